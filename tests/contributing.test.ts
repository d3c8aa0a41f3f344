import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

describe('CONTRIBUTING.md', () => {
  it('names no file or folder that is not there', () => {
    const tops = 'utils|components|entrypoints|tests|sandbox|docs|scripts|public';
    const named = [...text.matchAll(new RegExp(`\`((?:${tops})/[\\w./-]*)\``, 'g'))];
    const paths = [...new Set(named.map(([, path]) => path ?? ''))];
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names no npm script that is not there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('has a line for everything that npm run new writes', () => {
    for (const kind of ['carrier', 'operation', 'setting', 'fault', 'error']) {
      expect(text).toContain(`\`npm run new -- ${kind} NAME`);
    }
  });
});
