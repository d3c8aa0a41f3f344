import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** An error that a person can act on: its message says what to do. */
export class Advice extends Error {
  name = 'Advice';
}

/** A command that did not end well, with all it printed. */
export class CommandFailed extends Error {
  name = 'CommandFailed';

  /** @param {string} shown @param {string} why @param {string} output */
  constructor(shown, why, output) {
    super(`${shown} ${why}`);
    this.output = output;
  }
}

/** @param {number} since Milliseconds, as of `performance.now()`. */
export function took(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Does a piece of work under one printed line: what it is, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work May give a note that ends the line, as `note` of an object.
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    const note = result && typeof result === 'object' && 'note' in result ? `${result.note}, ` : '';
    console.log(`${note}${took(start)}`);
    return result;
  } catch (error) {
    console.log(`failed, ${took(start)}`);
    throw error;
  }
}

/** The environment for children: the project's own tools come first. */
export function environment(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path ?? ''];
  return { ...process.env, PATH: path.join(delimiter), ...extra };
}

/**
 * Runs a command.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{show?: boolean, env?: Record<string, string>, shell?: boolean, timeout?: number}} options
 *   `show` lets it print as it runs; otherwise its output is kept.
 * @returns {Promise<string>} What it printed, if it was kept.
 */
export function run(command, args, { show = false, env = {}, shell = false, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      shell,
      timeout,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    const shown = [command, ...args].map((part) => part.replace(root, '')).join(' ');
    child.once('error', (error) => reject(new CommandFailed(shown, error.message, output)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new CommandFailed(shown, `ended with ${code ?? signal}`, output));
    });
  });
}

/** Prints an error as a person wants to read it. */
export function explain(error) {
  if (error instanceof CommandFailed) console.error(`${error.output}\n${error.message}`);
  else if (error instanceof Advice) console.error(`\n${error.message}`);
  else console.error(error);
}

/**
 * Runs the main function of a script; an error is explained and makes the exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  // Ctrl-C reaches the child too; this process waits for it to end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  try {
    await main();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
