import { createConnection, type Socket } from 'node:net';

/** An error answer of the browser, with its WebDriver error code, such as `no such element`. */
export class MarionetteError extends Error {
  override readonly name = 'MarionetteError';
  readonly code: string;

  constructor(command: string, code: string, message: string) {
    super(`${command}: ${code}: ${message}`);
    this.code = code;
  }
}

interface Waiting {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** `[1, id, error, result]`: an answer of the browser. */
type Answer = readonly [
  kind: number,
  id: number,
  error: { readonly error: string; readonly message: string } | null,
  result: unknown,
];

const ANSWER = 1;
const COMMAND = 0;

/**
 * A connection to Firefox's Marionette: JSON arrays over TCP, each preceded by its length in bytes
 * and a colon. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => this.#fail('The browser closed the connection'));
    socket.on('error', (error) => this.#fail(error.message));
  }

  /** Connects to a browser that listens on a port of this machine. */
  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Marionette(socket));
      });
    });
  }

  /**
   * Sends a command and resolves with its result.
   * @throws MarionetteError when the browser answers with an error.
   */
  send(command: string, parameters: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const text = JSON.stringify([COMMAND, id, command, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { command, resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The first message is a greeting, not an array.
      if (Array.isArray(message) && message[0] === ANSWER) {
        this.#settle(message as unknown as Answer);
      }
    }
  }

  #settle([, id, error, result]: Answer): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === null) waiting.resolve(result);
    else waiting.reject(new MarionetteError(waiting.command, error.error, error.message));
  }

  #fail(reason: string): void {
    for (const { command, reject } of this.#waiting.values()) {
      reject(new Error(`${command}: ${reason}`));
    }
    this.#waiting.clear();
  }
}
