import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './drive/project-copy.ts';

let copy: ProjectCopy;
let project: string;

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script of the copy, or of a package that it uses. */
function run(script: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', VITEST: '' },
  });
  return { status, output: stdout + stderr };
}

const scaffold = (...args: readonly string[]) => run(join(project, 'scripts/new/main.ts'), ...args);

const textOf = (file: string) => readFileSync(join(project, file), 'utf8');

/** The program of a package, as its `bin` has it. */
function programOf(name: string, bin: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`${name}/package.json`)), bin);
}

const SCAFFOLDS: readonly (readonly [kind: string, ...names: string[]])[] = [
  ['carrier', 'share-button'],
  ['operation', 'GetVideoInfos'],
  ['setting', 'quietMode'],
  ['fault', 'half-answer'],
  ['error', 'video-locked', 'Video.Locked'],
];

beforeAll(() => {
  copy = copyProject();
  project = copy.folder;
}, 60_000);
afterAll(() => copy.remove());

describe('npm run new', { timeout: 60_000 }, () => {
  it.each([
    [[], 'Say what is new', 'npm run new -- carrier'],
    [['window', 'main'], 'Nothing is known of "window"', 'npm run new -- setting'],
    [['carrier'], 'The name is missing', 'share-button'],
    [['carrier', 'ShareButton'], '"ShareButton" is not a name', 'share-button'],
    [['carrier', '../escape'], '"../escape" is not a name', 'share-button'],
    [['setting', 'quiet-mode'], '"quiet-mode" is not a name', 'quietMode'],
    [['setting', 'default'], '"default" is a word of the language', 'quietMode'],
    [['operation', 'getVideoInfos'], '"getVideoInfos" is not a name', 'GetVideoInfos'],
    [['error', 'video-locked'], 'The code is missing', 'Forbidden.VideoLocked'],
    [['error', 'video-locked', 'a b'], '"a b" is not a code', 'Forbidden.VideoLocked'],
    [['carrier', 'img'], 'img.ts is there already', 'Choose another name'],
    [['operation', 'DeleteImage'], 'delete-image.ts is there already', 'Choose another name'],
    [['fault', 'slow'], 'slow.ts is there already', 'Choose another name'],
  ])('%j is refused, and it says what to do', (args, why, what) => {
    const { status, output } = scaffold(...args);
    expect(status).toBe(1);
    expect(output).toContain(why);
    expect(output).toContain(what);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.each(SCAFFOLDS)('writes a %s', (kind, ...names) => {
    const { status, output } = scaffold(kind, ...names);
    expect(output).toContain('What is left to do');
    expect(status).toBe(0);
  });

  it.each(SCAFFOLDS)('does not write the same %s twice', (kind, ...names) => {
    const { status, output } = scaffold(kind, ...names);
    expect(status).toBe(1);
    expect(output).toContain('already');
  });

  it('writes the lines of the docs', () => {
    expect(textOf('docs/spotting.md')).toContain('| `share-button` |');
    expect(textOf('sandbox/README.md')).toContain('| `half-answer` |');
    expect(textOf('sandbox/README.md')).toContain('`GetImageInfos`, `GetVideoInfos` and');
    expect(textOf('CHANGELOG.md')).toContain('Quiet mode');
  });

  it('leaves a project that the checks pass: format and lint', () => {
    const biome = programOf('@biomejs/biome', 'bin/biome');
    expect(run(biome, 'check', '--error-on-warnings', '.')).toMatchObject({ status: 0 });
  });

  it('… types', () => {
    expect(run(programOf('typescript', 'bin/tsc'), '--noEmit')).toEqual({ status: 0, output: '' });
  });

  it('… layer rules', () => {
    expect(run(join(project, 'scripts/layers/main.ts'))).toMatchObject({ status: 0 });
  });

  it('… the new tests, and those that watch the tables', () => {
    const { status, output } = run(
      programOf('vitest', 'vitest.mjs'),
      'run',
      'utils/spotting/carriers',
      'utils/vod/operations',
      'utils/vod/error-codes.test.ts',
      'utils/job/answers.test.ts',
      'utils/rights/policy.test.ts',
      'utils/rights/test-account.test.ts',
      'utils/settings',
      'sandbox/faults',
      'components/shared/texts.test.ts',
      'components/rights/AccountTestPanel.test.tsx',
      'tests/strings.test.ts',
    );
    expect(output).toContain('utils/spotting/carriers/share-button.test.ts');
    expect(output).toContain('utils/vod/operations/get-video-infos.test.ts');
    expect(output).toContain('sandbox/faults/half-answer.test.ts');
    expect({ status, failed: /^.*FAIL.*$/gm.exec(output)?.[0] }).toEqual({ status: 0 });
  });
});
