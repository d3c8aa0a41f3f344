import { request } from 'node:https';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** @returns A `fetch` that sends requests for all hosts to the sandbox, as in the browser. */
export function fetchFrom(sandbox: Sandbox): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: sandbox.port,
          servername: url.hostname,
          ca: sandbox.certificate,
          path: `${url.pathname}${url.search}`,
          method: init.method ?? 'GET',
          headers: { ...Object.fromEntries(new Headers(init.headers)), host: url.host },
          agent: false,
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const headers = new Headers();
            for (const [name, value] of Object.entries(incoming.headers)) {
              headers.set(name, String(value));
            }
            resolve(
              new Response(Buffer.concat(parts), { status: incoming.statusCode ?? 0, headers }),
            );
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    });
}
