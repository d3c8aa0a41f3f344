import 'fake-indexeddb/auto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { carryOut, planOfAddresses, SUCCESS } from '../../tests/drive/vod/scripted.ts';

const MEGABYTE = 2 ** 20;

/** Answers that are no proper success, and none that says what became of the call. */
const UNCLEAR: readonly (readonly [name: string, answer: () => Response])[] = [
  ['nothing', () => new Response('')],
  ['no content', () => new Response(null, { status: 204 })],
  ['blanks', () => new Response(' \r\n ')],
  ['malformed JSON', () => new Response("{'RequestId': 'R-1'}")],
  ['JSON cut off', () => new Response(SUCCESS.slice(0, -1))],
  ['XML cut off', () => new Response('<DeleteImageResponse><RequestId>R-1</RequestId>')],
  ['a list', () => new Response(`[${SUCCESS}]`)],
  ['a text', () => new Response('"OK"')],
  ['null', () => new Response('null')],
  ['an empty object', () => new Response('{}')],
  ['an empty RequestId', () => new Response('{"RequestId":""}')],
  ['a RequestId that is none', () => new Response('{"RequestId":"a b"}')],
  ['a RequestId further in', () => new Response(`{"Data":${SUCCESS}}`)],
  ['a Code that is none', () => new Response('{"RequestId":"R-1","Code":{"a":1}}')],
  ['HTML', () => new Response('<!doctype html><html><body><p>Sign in</p></body></html>')],
  ['HTML with a RequestId', () => new Response('<html><RequestId>R-1</RequestId></html>')],
  ['10 MB of JSON', () => new Response(`{"Message":"${'x'.repeat(10 * MEGABYTE)}"}`)],
  ['10 MB of HTML', () => new Response(`<html>${'<p>x</p>'.repeat(1.25 * MEGABYTE)}</html>`)],
  ['10 MB of text', () => new Response('x'.repeat(10 * MEGABYTE))],
  ['a page with 404', () => new Response('<html>Not found</html>', { status: 404 })],
  ['a success with 403', () => new Response(SUCCESS, { status: 403 })],
];

/** Answers by which VOD was not reached, or not well. */
const UNREACHED: readonly (readonly [name: string, answer: () => Promise<Response>])[] = [
  ['HTML with 502', async () => new Response('<html>Bad Gateway</html>', { status: 502 })],
  ['nothing with 504', async () => new Response('', { status: 504 })],
  ['a success with 500', async () => new Response(SUCCESS, { status: 500 })],
  ['a connection that fails', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a body that breaks off', async () => new Response(breaksOff(SUCCESS))],
];

/** A body of which all but the end comes. */
function breaksOff(text: string): ReadableStream {
  let pulls = 0;
  return new ReadableStream({
    pull(controller) {
      if (pulls++ === 0) controller.enqueue(new TextEncoder().encode(text));
      else controller.error(new TypeError('terminated'));
    },
  });
}

const kinds = (outcomes: readonly { readonly outcome: string }[]) =>
  outcomes.map(({ outcome }) => outcome);

describe('an answer that does not say what became of the call', () => {
  const all = [...UNCLEAR, ...UNREACHED];

  it.each(all)('%s pauses, as long as nothing else comes', async (_name, answer) => {
    const plan = planOfAddresses(2);
    const { outcomes, obstacle, sizes } = await carryOut(plan, async () => answer());
    expect(obstacle?.pause).toBe('unreachable');
    expect(outcomes).toEqual([]);
    expect(sizes).toHaveLength(5);
  });

  it.each(all)('%s in the last run leaves it unknown', async (_name, answer) => {
    const plan = planOfAddresses(2);
    const { outcomes, obstacle } = await carryOut(plan, async () => answer(), { final: true });
    expect(obstacle).toBeUndefined();
    expect(kinds(outcomes)).toEqual(['unknown', 'unknown']);
  });

  it('leaves it unknown where other calls are answered', async () => {
    const { outcomes, obstacle } = await carryOut(planOfAddresses(40), async (input) =>
      String(input).includes('00000000000000000000000000000001-')
        ? new Response('<html></html>')
        : new Response(SUCCESS),
    );
    expect(obstacle).toBeUndefined();
    expect(new Set(kinds(outcomes))).toEqual(new Set(['unknown', 'deleted']));
  });

  it.each(all)('%s, and VOD has it no more: never deleted', async (_name, answer) => {
    let calls = 0;
    const missing = '{"RequestId":"R-2","Code":"NoSuchResource","Message":"None."}';
    const { outcomes } = await carryOut(planOfAddresses(2), async () =>
      calls++ === 0 ? answer() : new Response(missing, { status: 404 }),
    );
    expect(kinds(outcomes)).toEqual(['already-gone', 'already-gone']);
    for (const { reason } of outcomes) expect(reason?.kind).toBe('gone-after-lost-answer');
  });

  it.each(all)('%s, and VOD deletes it then', async (_name, answer) => {
    let calls = 0;
    const { outcomes } = await carryOut(planOfAddresses(2), async () =>
      calls++ === 0 ? answer() : new Response(SUCCESS),
    );
    expect(kinds(outcomes)).toEqual(['deleted', 'deleted']);
  });
});

it('a Code that nobody knows with 200 leaves it unknown, and is not tried again', async () => {
  const { outcomes, sizes } = await carryOut(
    planOfAddresses(2),
    async () => new Response('{"RequestId":"R-1","Code":"NewSinceThen"}'),
  );
  expect(kinds(outcomes)).toEqual(['unknown', 'unknown']);
  expect(sizes).toHaveLength(1);
});

it.each([301, 302, 303, 307, 308])('a redirect by %i is not followed', async (status) => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    if (request.url === '/elsewhere') response.end(SUCCESS);
    else response.writeHead(status, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // Only the host is another: whether it is followed is up to what the client asks of fetch.
  const { outcomes, obstacle } = await carryOut(planOfAddresses(1), (_input, init) =>
    fetch(`http://127.0.0.1:${port}/signed`, init),
  );
  server.closeAllConnections();
  server.close();
  expect(outcomes).toEqual([]);
  expect(obstacle?.pause).toBe('unreachable');
  expect(new Set(asked)).toEqual(new Set(['/signed']));
});
