import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { carrier } from './carrier.ts';
import { Refusal, type Scaffold, write } from './change.ts';
import { error } from './error.ts';
import { fault } from './fault.ts';
import { operation } from './operation.ts';
import { setting } from './setting.ts';

// npm run new -- carrier|operation|setting|fault|error NAME
const scaffolds: Readonly<Record<string, Scaffold>> = {
  carrier,
  operation,
  setting,
  fault,
  error,
};

const root = fileURLToPath(new URL('../..', import.meta.url));

function usage(): string {
  const lines = Object.entries(scaffolds).map(
    ([kind, one]) => `  npm run new -- ${kind.padEnd(9)} ${one.usage}`,
  );
  return ['Usage:', ...lines].join('\n');
}

function format(files: readonly string[]): void {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'check', '--write', '--no-errors-on-unmatched', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) console.error(stdout + stderr);
}

function main([kind, ...args]: readonly string[]): void {
  const scaffold =
    kind !== undefined && Object.hasOwn(scaffolds, kind) ? scaffolds[kind] : undefined;
  if (scaffold === undefined) {
    const what = kind === undefined ? 'Say what is new.' : `Nothing is known of "${kind}".`;
    throw new Refusal(`${what}\n${usage()}`);
  }
  const changes = scaffold.changes(args);
  const files = write(root, changes);
  format(files);
  for (const change of changes) {
    console.log(`${'create' in change ? 'wrote  ' : 'changed'} ${change.file}`);
  }
  console.log(`\nWhat is left to do (NAME is ${args[0]}):`);
  for (const step of scaffold.next) console.log(`- ${step}`);
}

try {
  main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof Refusal)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
