import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { misplaced, misplacedIn } from '../scripts/layers/files.ts';
import { biomeRules } from '../scripts/layers/rules.ts';
import { layers } from '../scripts/layers/table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const apiRule = (layer: string): string =>
  `${layer} may not touch extension APIs; only utils/browser and entrypoints may.`;

const GLOBALS = 'Only entrypoints and utils/browser may touch extension APIs.';

/** A file, its one import, and the breach that must be reported. */
const bad: readonly (readonly [file: string, code: string, breach: string])[] = [
  [
    'utils/vod/a.ts',
    "import { t } from '../browser/i18n.ts';",
    'utils/vod may import only utils/async.',
  ],
  [
    'utils/vod/operations/a.ts',
    "import '../../spotting/shapes.ts';",
    'utils/vod may import only utils/async.',
  ],
  [
    'utils/spotting/a.ts',
    "export * from '../vod/regions.ts';",
    'utils/spotting imports no other part of the project.',
  ],
  [
    'utils/spotting/carriers/a.ts',
    "import { browser } from 'wxt/browser';",
    apiRule('utils/spotting'),
  ],
  [
    'utils/browser/a.ts',
    "import '../accounts/accounts.ts';",
    'utils/browser may import only utils/async, public/_locales.',
  ],
  [
    'utils/settings/a.ts',
    "import '../job/job.ts';",
    'utils/settings may import only utils/async, utils/browser.',
  ],
  [
    'utils/collection/a.ts',
    "import type { Outcome } from '../job/outcome.ts';",
    'utils/collection may import only utils/async, utils/browser, utils/spotting.',
  ],
  [
    'utils/page/a.ts',
    "const page = await import('../../components/shared/Button.tsx');",
    'utils/page may import only utils/async, utils/browser, utils/spotting.',
  ],
  ['utils/job/a.ts', "import { defineItem } from '@wxt-dev/storage';", apiRule('utils/job')],
  [
    'components/plan/a.tsx',
    "type Client = import('../../utils/vod/client.ts').Client;",
    'Write an import line instead.',
  ],
  [
    'components/plan/a.tsx',
    "import type { Client } from '../../utils/vod/client.ts';",
    'components may not import utils/vod/client.ts, utils/vod/sign.ts, utils/vod/operations.',
  ],
  [
    'components/plan/a.tsx',
    "import { deleteImage } from '../../utils/vod/operations/delete-image.ts';",
    'components may not import utils/vod/client.ts, utils/vod/sign.ts, utils/vod/operations.',
  ],
  ['components/tabs/a.tsx', "import polyfill from 'webextension-polyfill';", apiRule('components')],
  ['components/tabs/a.tsx', 'globalThis.chrome.tabs;', GLOBALS],
  ['utils/job/a.ts', "self['browser'].tabs;", GLOBALS],
  ['utils/job/a.ts', 'browser.tabs;', 'Do not use the global variable browser.'],
  ['components/tabs/a.tsx', 'chrome.tabs;', 'Do not use the global variable chrome.'],
  [
    'entrypoints/popup/main.tsx',
    "import { startSandbox } from '@/sandbox/sandbox.ts';",
    'entrypoints may import only utils, components.',
  ],
  [
    'components/tabs/a.tsx',
    "import { mount } from '../shared/testing.ts';",
    'Only tests may import testing.ts.',
  ],
  [
    'sandbox/a.ts',
    "import { sign } from '../utils/vod/sign.ts';",
    'sandbox imports no other part of the project.',
  ],
  [
    'scripts/a.ts',
    "import '../utils/vod/sign.ts';",
    'scripts may import only sandbox, tests/drive.',
  ],
  [
    'scripts/a.ts',
    "export { sign } from '@/utils/vod/sign.ts';",
    'scripts may import only sandbox, tests/drive.',
  ],
  [
    'utils/keys/vault/a.ts',
    "import '../../accounts/account.ts';",
    'utils/keys may import only utils/async, utils/browser, utils/settings, utils/vod.',
  ],
  [
    'utils/spotting/a.test.ts',
    "import '../job/job.ts';",
    'Tests of utils/spotting may import only sandbox, tests/drive, tests/components, public/_locales.',
  ],
  [
    'utils/spotting/a.test.ts',
    "import '../../tests/model/system.ts';",
    'Tests of utils/spotting may import only sandbox, tests/drive, tests/components, public/_locales.',
  ],
  [
    'sandbox/a.test.ts',
    "import type { Input } from '../utils/vod/input.ts';",
    'Tests of sandbox may import only sandbox, tests/drive, tests/components, public/_locales.',
  ],
];

const good: readonly (readonly [file: string, code: string])[] = [
  ['utils/vod/operations/a.ts', "import '../sign.ts'; import 'crypto-js/sha256.js';"],
  ['utils/vod/sign.test.ts', "import { startSandbox } from '../../sandbox/sandbox.ts';"],
  ['utils/browser/a.test.ts', "import { fakeBrowser } from 'wxt/testing';"],
  ['utils/browser/i18n.ts', "import type m from '../../public/_locales/en/messages.json';"],
  ['components/plan/a.tsx', "import '../shared/Button.tsx'; import '../../utils/vod/regions.ts';"],
  ['entrypoints/background.ts', "import { browser } from 'wxt/browser'; import '../utils/a.ts';"],
  ['components/shared/testing.ts', "import '../../public/_locales/en/messages.json';"],
  ['components/shared/a.test.ts', "import './testing.ts';"],
  ['sandbox/vod/a.ts', "import '../data/hosts.ts'; import './vod/b.ts';"],
  ['utils/job/a.test.ts', "import '../plan/plan.ts'; import '../../tests/drive/vod/scripted.ts';"],
  ['utils/browser/b.ts', 'browser.tabs; globalThis.chrome.tabs;'],
  ['entrypoints/b.ts', 'chrome.tabs;'],
  ['utils/vod/b.test.ts', 'browser.tabs; globalThis.chrome.tabs;'],
  ['tests/e2e/a.spec.ts', "import '../../sandbox/sandbox.ts'; import '../../utils/vod/sign.ts';"],
];

/** What Biome says of a file. */
interface Found {
  readonly line: number;
  readonly message: string;
}

/** What the linter, with the project's configuration, says of files: by their paths. */
function lint(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Found[]> {
  const project = mkdtempSync(join(tmpdir(), 'vodsweep-layers-'));
  try {
    const { vcs: _vcs, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    writeFileSync(join(project, 'biome.json'), JSON.stringify(config));
    cpSync(join(root, 'scripts/layers'), join(project, 'scripts/layers'), { recursive: true });
    for (const [file, code] of files) {
      mkdirSync(join(project, dirname(file)), { recursive: true });
      writeFileSync(join(project, file), code);
    }
    const program = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
    const args = [program, 'lint', '--reporter=github', '--max-diagnostics=none'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    const found = new Map<string, Found[]>();
    for (const line of stdout.split('\n')) {
      const [, title = '', file = '', at = '', message = ''] =
        /^::\w+ title=([^,]*),file=([^,]*),line=(\d+),.*?::(.*)$/.exec(line) ?? [];
      if (!/^(lint\/(style\/noRestricted|suspicious\/noImportCycles)|plugin)/.test(title)) continue;
      const path = [...files.keys()].find((one) => file.replaceAll('\\', '/').endsWith(`/${one}`));
      if (path === undefined) throw new Error(`There is no ${file}`);
      found.set(path, [...(found.get(path) ?? []), { line: Number(at), message }]);
    }
    return found;
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** The file of a case, under a name that no other case has; only one case is of `testing.ts`. */
function named(file: string, index: number): string {
  if (file.endsWith('/testing.ts')) return file;
  return file.replace(/([^/.]+)((?:\.test|\.spec)?\.tsx?)$/, `$1-${index}$2`);
}

describe('layer rules', () => {
  let found: ReadonlyMap<string, readonly Found[]>;
  beforeAll(() => {
    const files = new Map([
      ...bad.map(([file, code], index) => [named(file, index), code] as const),
      ...good.map(([file, code], index) => [named(file, 100 + index), code] as const),
      ['utils/plan/one.ts', "export type { Two } from './two.ts';\nexport const one = 1;"],
      ['utils/plan/two.ts', "import { one } from './one.ts';\nexport type Two = typeof one;"],
    ]);
    found = lint(files);
  });

  it.each(bad.map((one, index) => [...one, index] as const))(
    '%s: %s',
    (file, _, message, index) => {
      expect(found.get(named(file, index))).toEqual([{ line: 1, message }]);
    },
  );

  it.each(good.map((one, index) => [...one, index] as const))('%s may: %s', (file, _, index) => {
    expect(found.get(named(file, 100 + index))).toBeUndefined();
  });

  it('finds a circle between two files, also of types', () => {
    for (const file of ['utils/plan/one.ts', 'utils/plan/two.ts']) {
      expect(found.get(file)).toEqual([{ line: 1, message: 'This import is part of a cycle.' }]);
    }
  });

  it.each([
    [
      'utils/helpers/a.ts',
      'utils/helpers/a.ts: belongs to no layer; give its folder a line in scripts/layers/table.ts',
    ],
    [
      'utils/a.ts',
      'utils/a.ts: belongs to no layer; give its folder a line in scripts/layers/table.ts',
    ],
    [
      'utils/keys/plan/a.ts',
      "utils/keys/plan/a.ts: no folder inside a room may have a room's name, plan",
    ],
    ['utils/keys/vault/a.ts', undefined],
    ['sandbox/vod/a.ts', undefined],
  ])('reports where %s is: %s', (file, problem) => {
    expect(misplaced(file)).toBe(problem);
  });

  it('every file of the project has its place', () => {
    expect(misplacedIn(root)).toEqual([]);
  });

  it('the linter has the rules of the table', () => {
    const rules = readFileSync(join(root, 'scripts/layers/rules.json'), 'utf8');
    expect(rules.replaceAll('\r', '')).toBe(biomeRules());
  });

  it('vod and spotting import no room of the product', () => {
    expect(layers['utils/spotting']?.mayImport).toEqual([]);
    expect(layers['utils/vod']?.mayImport).toEqual(['utils/async']);
    expect(layers['utils/async']?.mayImport).toEqual([]);
  });
});
