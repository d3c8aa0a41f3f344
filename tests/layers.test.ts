import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../scripts/layers/check.ts';
import { breachesIn } from '../scripts/layers/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const apiRule = (layer: string): string =>
  `${layer} may not touch extension APIs; only utils/browser and entrypoints may`;

/** A file, its one import, and the breach that must be reported. */
const bad: readonly (readonly [file: string, code: string, breach: string])[] = [
  [
    'utils/vod/a.ts',
    "import { t } from '../browser/i18n.ts';",
    'imports utils/browser/i18n.ts: utils/vod may import only utils/async',
  ],
  [
    'utils/vod/operations/a.ts',
    "import '../../spotting/shapes.ts';",
    'imports utils/spotting/shapes.ts: utils/vod may import only utils/async',
  ],
  [
    'utils/spotting/a.ts',
    "export * from '../vod/regions.ts';",
    'imports utils/vod/regions.ts: utils/spotting imports no other part of the project',
  ],
  [
    'utils/spotting/carriers/a.ts',
    "import { browser } from 'wxt/browser';",
    `imports wxt/browser: ${apiRule('utils/spotting')}`,
  ],
  [
    'utils/browser/a.ts',
    "import '../accounts/accounts.ts';",
    'imports utils/accounts/accounts.ts: utils/browser may import only utils/async, public/_locales',
  ],
  [
    'utils/settings/a.ts',
    "import '../job/job.ts';",
    'imports utils/job/job.ts: utils/settings may import only utils/async, utils/browser',
  ],
  [
    'utils/collection/a.ts',
    "import type { Outcome } from '../job/outcome.ts';",
    'imports utils/job/outcome.ts: utils/collection may import only utils/async, utils/browser, utils/spotting',
  ],
  [
    'utils/page/a.ts',
    "const page = await import('../../components/shared/Button.tsx');",
    'imports components/shared/Button.tsx: utils/page may import only utils/async, utils/browser, utils/spotting',
  ],
  [
    'utils/job/a.ts',
    "import { defineItem } from '@wxt-dev/storage';",
    `imports @wxt-dev/storage: ${apiRule('utils/job')}`,
  ],
  [
    'components/plan/a.tsx',
    "type Client = import('../../utils/vod/client.ts').Client;",
    'imports utils/vod/client.ts: components may not import utils/vod/client.ts, utils/vod/sign.ts, utils/vod/operations',
  ],
  [
    'components/tabs/a.tsx',
    "import polyfill from 'webextension-polyfill';",
    `imports webextension-polyfill: ${apiRule('components')}`,
  ],
  ['components/tabs/a.tsx', 'globalThis.chrome.tabs;', `uses chrome: ${apiRule('components')}`],
  [
    'entrypoints/popup/main.tsx',
    "import { startSandbox } from '@/sandbox/sandbox.ts';",
    'imports sandbox/sandbox.ts: entrypoints may import only utils, components',
  ],
  [
    'components/tabs/a.tsx',
    "import { mount } from '../shared/testing.ts';",
    'imports components/shared/testing.ts: only tests may import testing.ts',
  ],
  [
    'sandbox/a.ts',
    "import { sign } from '../utils/vod/sign.ts';",
    'imports utils/vod/sign.ts: sandbox imports no other part of the project',
  ],
  [
    'scripts/a.ts',
    "import '../utils/vod/sign.ts';",
    'imports utils/vod/sign.ts: scripts may import only sandbox, tests/drive',
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
  ['sandbox/a.test.ts', "import type { Input } from '../utils/vod/input.ts';"],
  ['tests/e2e/a.spec.ts', "import '../../sandbox/sandbox.ts'; import '../../utils/vod/sign.ts';"],
];

describe('layer rules', () => {
  it.each(bad)('%s: %s', (file, code, breach) => {
    const found = breachesOf(file, code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(`${file}:1 ${breach}`);
  });

  it.each(good)('%s may: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([]);
  });

  it('reports a folder without a line in the table', () => {
    expect(breachesOf('utils/helpers/a.ts', '')).toEqual([
      'utils/helpers/a.ts: belongs to no layer; give its folder a line in scripts/layers/table.ts',
    ]);
  });

  it('the project has no breach', () => {
    expect(breachesIn(root)).toEqual([]);
  });
});

/** @returns What the linter says, with the project's configuration, about files with this code. */
function lint(files: readonly string[], code: string): string {
  const project = mkdtempSync(join(tmpdir(), 'vodsweep-layers-'));
  try {
    const { vcs: _vcs, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    writeFileSync(join(project, 'biome.json'), JSON.stringify(config));
    for (const file of files) {
      mkdirSync(join(project, dirname(file)), { recursive: true });
      writeFileSync(join(project, file), code);
    }
    const program = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
    const args = [program, 'lint', '--colors=off', '--max-diagnostics=none'];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: project,
      encoding: 'utf8',
    });
    return stdout + stderr;
  } finally {
    rmSync(project, { recursive: true });
  }
}

describe('globals of extension APIs', () => {
  const message = 'Only entrypoints/ and utils/browser/ may touch extension APIs.';
  const closed = ['utils/vod/a.ts', 'utils/spotting/a.ts', 'components/tabs/a.tsx'];
  const open = ['utils/browser/b.ts', 'entrypoints/b.ts', 'utils/vod/b.test.ts'];

  it.each(['browser', 'chrome'])('%s is reported where it is forbidden, and only there', (name) => {
    const said = lint([...closed, ...open], `console.log(${name}.runtime);\n`);
    expect(said.split(message)).toHaveLength(closed.length + 1);
    for (const file of closed) expect(said).toContain(`${file}:1`);
    for (const file of open) expect(said).not.toContain(file);
  });
});
