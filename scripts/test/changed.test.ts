import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BREAKS, suitesBrokenBy } from './changed.ts';
import { suites } from './suites.ts';

const root = join(import.meta.dirname, '../..');

describe('what a change can break', () => {
  it.each([
    [['docs/privacy.md'], ['unit']],
    [['tests/e2e/menus.spec.ts'], ['lint', 'types', 'layers', 'e2e']],
    [['tests/e2e/firefox/journey.spec.ts'], ['lint', 'types', 'layers', 'e2e-firefox']],
    [
      ['docs/privacy.md', 'tests/torture/kills.ts'],
      ['unit', 'lint', 'types', 'layers', 'torture'],
    ],
    [['.github/workflows/ci.yml'], []],
  ])('%j: %j', (files, broken) => {
    expect([...suitesBrokenBy(files)]).toEqual(broken);
  });

  it.each(['package.json', 'tsconfig.json', 'scripts/browser.ts', 'utils/spotting/shapes.ts'])(
    '%s: every suite',
    (file) => {
      expect(suitesBrokenBy(['docs/privacy.md', file])).toBe('all');
    },
  );

  it('is all for a folder that nothing is said of', () => {
    expect(suitesBrokenBy(['new/a.ts'])).toBe('all');
  });

  it('names only suites that exist', () => {
    const names = suites.map(({ name }) => name);
    for (const [, broken] of BREAKS) {
      for (const name of broken === 'all' ? [] : broken) expect(names).toContain(name);
    }
  });

  it('names only folders and files that exist', () => {
    for (const [path] of BREAKS.filter(([one]) => !one.startsWith('*'))) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });
});
