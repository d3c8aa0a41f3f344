import { CommandFailed, run } from '../steps.ts';

/** What changed: since which revision, and the paths from the project's folder. */
export interface Change {
  readonly since: string;
  readonly files: readonly string[];
}

const STATIC = ['lint', 'types', 'layers'] as const;
const CHROMIUM = ['e2e', 'torture'] as const;

/**
 * Which suites a change in a folder or file can break. The first line that fits a path counts; a path
 * that fits none can break every suite. Suites that these need are added later.
 */
export const BREAKS: readonly (readonly [path: string, suites: readonly string[] | 'all'])[] = [
  ['utils/spotting/', 'all'],
  ['utils/page/', 'all'],
  ['utils/', [...STATIC, 'unit', 'addon', ...CHROMIUM, 'e2e-firefox']],
  ['components/', [...STATIC, 'unit', 'addon', 'e2e', 'e2e-firefox']],
  ['entrypoints/', [...STATIC, 'unit', 'addon', ...CHROMIUM, 'e2e-firefox']],
  ['public/', ['lint', 'types', 'unit', 'addon', 'e2e', 'e2e-firefox']],
  ['sandbox/', [...STATIC, 'unit', ...CHROMIUM, 'e2e-firefox']],
  ['tests/pages/', [...STATIC, 'pages', 'unit']],
  ['tests/e2e/firefox/', [...STATIC, 'e2e-firefox']],
  ['tests/e2e/', [...STATIC, 'e2e']],
  ['tests/drive/firefox/', [...STATIC, 'unit', 'e2e-firefox']],
  ['tests/drive/chromium/', [...STATIC, 'unit', ...CHROMIUM]],
  ['tests/drive/', [...STATIC, 'unit', ...CHROMIUM, 'e2e-firefox', 'pages']],
  ['tests/torture/', [...STATIC, 'unit', 'torture']],
  ['tests/bench/', [...STATIC]],
  ['tests/', [...STATIC, 'unit']],
  ['scripts/tour/', [...STATIC]],
  ['scripts/screenshots/', [...STATIC]],
  ['scripts/layers/', [...STATIC, 'unit']],
  ['scripts/new/', [...STATIC, 'unit']],
  ['scripts/dev.ts', [...STATIC]],
  ['scripts/demo.ts', [...STATIC]],
  // Tests compare the guides with the code.
  ['docs/', ['unit']],
  ['*.md', ['unit']],
  ['.github/', []],
  ['LICENSE', ['chrome', 'firefox']],
  ['biome.json', ['lint', 'unit']],
  ['vitest.config.ts', ['lint', 'types', 'unit']],
  ['playwright.config.ts', ['lint', 'types', 'e2e']],
];

function fits(path: string, file: string): boolean {
  if (path.startsWith('*')) return file.endsWith(path.slice(1));
  return path.endsWith('/') ? file.startsWith(path) : file === path;
}

/** The names of the suites that a change of these files can break, or `all`. */
export function suitesBrokenBy(files: readonly string[]): ReadonlySet<string> | 'all' {
  const broken = new Set<string>();
  for (const file of files) {
    const line = BREAKS.find(([path]) => fits(path, file));
    if (line === undefined || line[1] === 'all') return 'all';
    for (const suite of line[1]) broken.add(suite);
  }
  return broken;
}

async function git(...args: readonly string[]): Promise<string> {
  return (await run('git', args)).trim();
}

/** The commit at which this branch left the main branch; `undefined` if no main branch is known. */
async function branchedAt(): Promise<string | undefined> {
  for (const main of ['origin/main', 'main']) {
    try {
      return await git('merge-base', 'HEAD', main);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
    }
  }
  return undefined;
}

/**
 * Reads from git what changed: against the main branch; if that is nothing, in the last commit. What
 * is not committed counts too.
 * @throws {CommandFailed} Outside a git repository, or in one without a commit before the last.
 */
export async function changes(): Promise<Change> {
  const filesSince = async (since: string): Promise<readonly string[]> => {
    const changed = await git('diff', '--name-only', '--no-renames', since);
    const added = await git('ls-files', '--others', '--exclude-standard');
    return [...new Set(`${changed}\n${added}`.split('\n').filter(Boolean))];
  };
  const branch = await branchedAt();
  if (branch !== undefined) {
    const files = await filesSince(branch);
    if (files.length > 0) return { since: branch, files };
  }
  const since = await git('rev-parse', 'HEAD~1');
  return { since, files: await filesSince(since) };
}
