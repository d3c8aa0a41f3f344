import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../drive/chromium/fixture.ts';
import { copyProject } from '../drive/project-copy.ts';

test('npm run dev shows a changed component without a restart, and ends', async ({
  executable,
}) => {
  const copy = copyProject();
  const dev = spawn(
    process.execPath,
    [join(copy.folder, 'scripts/dev.ts'), '--headless', '--once'],
    { cwd: copy.folder, env: { ...process.env, VODSWEEP_BROWSER: executable } },
  );
  const ending = once(dev, 'exit');
  try {
    let output = '';
    const keep = (text: string) => {
      output += text;
    };
    dev.stdout.setEncoding('utf8').on('data', keep);
    dev.stderr.setEncoding('utf8').on('data', keep);
    await expect.poll(() => output, { timeout: 60_000 }).toContain('Watching: Settings');

    const options = join(copy.folder, 'components/settings/Options.tsx');
    const before = readFileSync(options, 'utf8');
    const after = before.replace("{t('options_title')}", 'A new heading');
    expect(after).not.toBe(before);
    writeFileSync(options, after);

    await expect.poll(() => output, { timeout: 30_000 }).toContain('Reloaded: A new heading');
    expect(await ending).toEqual([0, null]);
  } finally {
    if (dev.exitCode === null) {
      dev.kill();
      await ending;
    }
    copy.remove();
  }
});
