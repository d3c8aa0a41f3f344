import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Certificate, makeCertificate } from './certificate.ts';
import { loopbackHosts } from './data/hosts.ts';
import { type Handler, hostOf, send } from './http.ts';

/** A running server. */
export interface Running {
  readonly port: number;
  readonly certificate: Certificate;
  close(): Promise<void>;
}

const firstByteOfTls = 22;

/**
 * Listens on one loopback port for all hosts and routes by the Host header.
 *
 * The port accepts HTTPS, plain HTTP (half of all VOD addresses are `http:`), and CONNECT, so that
 * a browser without host resolver rules can use it as its proxy.
 */
export async function listen(routes: ReadonlyMap<string, Handler>, port: number): Promise<Running> {
  const certificate = await makeCertificate(
    [...routes.keys()].filter((host) => !loopbackHosts.includes(host)),
  );
  const sockets = new Set<Socket>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const handler = routes.get(hostOf(request));
      if (handler) await handler(request, response);
      else
        send(response, { status: 421, type: 'text/plain', body: 'This host is not played here' });
    } catch (error) {
      console.error('sandbox:', error);
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, type: 'text/plain', body: 'The sandbox failed' });
    }
  };

  const secure = createHttpsServer({ cert: certificate.cert, key: certificate.key }, answer);
  const plain = createHttpServer(answer);

  const take = (socket: Socket): void => {
    socket.once('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === firstByteOfTls ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };

  plain.on('connect', (request: IncomingMessage, stream: Duplex) => {
    const socket = stream as Socket;
    const known = routes.has((request.url ?? '').replace(/:\d+$/, '').toLowerCase());
    socket.write(`HTTP/1.1 ${known ? '200 Connected' : '502 Bad Gateway'}\r\n\r\n`);
    if (known) take(socket);
    else socket.end();
  });

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    take(socket);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });

  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
