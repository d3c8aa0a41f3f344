import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** An error that a person can act on: its message says what to do. */
export class Advice extends Error {
  override name = 'Advice';
}

/** A command that did not end well, with all it printed. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

export interface RunOptions {
  /** Whether it prints as it runs; otherwise its output is kept. */
  readonly show?: boolean;
  /** Environment variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended; 0, the default, is never. */
  readonly timeout?: number;
}

const children = new Set<ChildProcess>();
let stopped = false;

/** Whether a person asked this process to end, by Ctrl-C or a signal. */
export function isStopped(): boolean {
  return stopped;
}

/** How long ago `since` was, as text; `since` is in milliseconds, as of `performance.now()`. */
export function took(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Does a piece of work under one printed line: what it is, and how long it took.
 * @throws Whatever `work` throws.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    console.log(took(start));
    return result;
  } catch (error) {
    console.log(`failed, ${took(start)}`);
    throw error;
  }
}

/** The environment for children: the project's own tools come first. */
function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''];
  return { ...process.env, PATH: path.join(delimiter), ...extra };
}

/**
 * Runs a command in the project's folder.
 * @returns What it printed, unless it was shown.
 * @throws {CommandFailed} If it cannot be started, or ends with another code than 0.
 */
export function run(
  command: string,
  args: readonly string[],
  { show = false, env = {}, timeout = 0 }: RunOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      timeout,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    const fail = (why: string): void => {
      const shown = [command, ...args].map((part) => part.replace(root, '')).join(' ');
      children.delete(child);
      reject(new CommandFailed(`${shown} ${why}`, output));
    };
    child.once('error', ({ message }) => fail(message));
    child.once('close', (code, signal) => {
      children.delete(child);
      if (code === 0) resolve(output);
      else fail(`ended with ${code ?? signal}`);
    });
  });
}

/** Runs a script by the Node that runs this one. */
export function runNode(args: readonly string[], options?: RunOptions): Promise<string> {
  return run(process.execPath, args, options);
}

/** An error as a person wants to read it. */
export function explanationOf(error: unknown): string {
  if (error instanceof CommandFailed) return `${error.output}\n${error.message}`;
  if (error instanceof Advice) return `\n${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs the main function of a script; an error is explained and makes the exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  // Ctrl-C in a terminal reaches the children by itself; this process waits for them to end.
  process.on('SIGINT', () => {
    stopped = true;
  });
  process.on('SIGTERM', () => {
    stopped = true;
    for (const child of children) child.kill('SIGTERM');
  });
  try {
    await main();
  } catch (error) {
    console.error(explanationOf(error));
    process.exitCode = 1;
  }
}
