import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest, slowest } from './report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vodsweep-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(content: object): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

describe('a report', () => {
  it.each([
    ['/home/a/vodsweep/', '/home/a/vodsweep/utils/a.test.ts'],
    ['C:\\a\\vodsweep\\', 'C:/a/vodsweep/utils/a.test.ts'],
  ])('of vitest in %s is counted, with its tests', async (root, name) => {
    const file = await fileWith({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name,
          assertionResults: [{ fullName: 'adds numbers', duration: 12.5 }, { fullName: 'skipped' }],
        },
      ],
    });
    expect(await readVitest(file, root)).toEqual({
      passed: 1,
      failed: 1,
      tests: [
        { name: 'utils/a.test.ts › adds numbers', milliseconds: 12.5 },
        { name: 'utils/a.test.ts › skipped', milliseconds: 0 },
      ],
    });
  });

  it('of Playwright is counted, with its tests in their groups and all their tries', async () => {
    const spec = (title: string, line: number, ...durations: readonly number[]) => ({
      title,
      file: 'a.spec.ts',
      line,
      tests: [{ results: durations.map((duration) => ({ duration })) }],
    });
    const file = await fileWith({
      stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('opens', 3, 100)],
          suites: [{ title: 'a popup', specs: [spec('closes', 9, 200, 300)] }],
        },
      ],
    });
    expect(await readPlaywright(file)).toEqual({
      passed: 2,
      failed: 2,
      tests: [
        { name: 'a.spec.ts:3 › opens', milliseconds: 100 },
        { name: 'a.spec.ts:9 › a popup › closes', milliseconds: 500 },
      ],
    });
  });

  it('names the ten slowest tests, the slowest first', () => {
    const tests = Array.from({ length: 12 }, (_, index) => ({
      name: `test ${index}`,
      milliseconds: index * 1000,
    }));
    const lines = slowest(tests);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('  11.0 s  test 11');
    expect(lines[9]).toBe('   2.0 s  test 2');
  });
});
