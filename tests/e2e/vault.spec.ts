import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../drive/chromium/fixture.ts';
import { storageOf } from '../drive/chromium/stored.ts';
import { deletions } from '../drive/sandbox-record.ts';

const PASSPHRASE = 'a long passphrase of nine unusual words';
/** A name about as long as a secret; it is stored unencrypted. */
const NAME = 'An account of thirty letters in all';
const NEXT_PASSPHRASE = 'and another one with seven words more';

/** An account whose key is in the vault. */
const ACCOUNT = {
  id: 'acme',
  name: NAME,
  colour: 'teal',
  ownDomains: [],
  key: { from: 'vault' },
  limits: { largestJob: 100, byVideo: false },
};

let profile = '';

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'vodsweep-vault-'));
});
test.afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

test('a key in the vault survives restarts of worker and browser, and is never stored in clear', async ({
  ownBrowser,
  sandbox,
}) => {
  const [{ accessKeyId, accessKeySecret, region, images }] = sandbox.accounts;
  const imageIds = [images[0]?.imageId];
  let { driver, close } = await ownBrowser({ profile });
  /** @returns The ids that a call signed with the account's key finds, or why it failed. */
  const ask = async () => {
    const asked = await driver.send('askAbout', { accountId: 'acme', imageIds, videoIds: [] });
    return typeof asked === 'string' ? asked : Object.keys((asked as { images: object }).images);
  };
  const unlock = (passphrase: string) => driver.send('unlockVault', { passphrase });
  const restart = async () => {
    await close();
    ({ driver, close } = await ownBrowser({ profile }));
  };

  await driver.send('makeVault', { passphrase: PASSPHRASE });
  const saved = await driver.send('saveAccount', {
    account: { ...ACCOUNT, region },
    credentials: { accessKeyId, accessKeySecret },
  });
  expect(saved ?? undefined).toBeUndefined();
  expect(await ask()).toEqual(imageIds);

  await driver.send('lockVault', {});
  expect(await ask()).toBe('locked');
  expect(await unlock('wrong')).toEqual({ ok: false, why: 'wrong' });
  expect(await ask()).toBe('locked');
  expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
  expect(await ask()).toEqual(imageIds);

  await driver.killWorker();
  expect(await ask()).toEqual(imageIds);

  await restart();
  expect(await ask()).toBe('locked');
  const change = { before: PASSPHRASE, after: NEXT_PASSPHRASE };
  expect(await driver.send('changePassphrase', change)).toEqual({ ok: true });
  expect(await unlock(PASSPHRASE)).toMatchObject({ ok: false, why: 'wrong' });
  expect(await unlock(NEXT_PASSPHRASE)).toEqual({ ok: true });
  expect(await ask()).toEqual(imageIds);
  await close();

  const written = await writtenIn(profile);
  // Proves that the search finds what is stored in clear.
  expect(holders(written, NAME)).not.toEqual([]);
  for (const secret of [accessKeySecret, accessKeyId, PASSPHRASE, NEXT_PASSPHRASE]) {
    expect(holders(written, secret)).toEqual([]);
  }
});

test('wrong passphrases are counted across restarts of worker and browser', async ({
  ownBrowser,
}) => {
  let { driver, close } = await ownBrowser({ profile });
  const unlock = (passphrase: string) => driver.send('unlockVault', { passphrase });
  await driver.send('makeVault', { passphrase: PASSPHRASE });
  await driver.send('lockVault', {});
  await unlock('wrong');
  await driver.killWorker();
  await unlock('wrong');
  await unlock('wrong');
  // The wait doubles from 2 s to 8 s, so that it outlasts the restarts.
  for (const wait of [2000, 4000, 8000]) {
    const answer = (await unlock('wrong')) as { why: string; nextTryAt: number };
    expect(answer.why).toBe('wrong');
    expect(answer.nextTryAt).toBeGreaterThan(Date.now());
    if (wait < 8000) await expect.poll(() => Date.now() > answer.nextTryAt).toBe(true);
  }
  await driver.killWorker();
  expect(await unlock(PASSPHRASE)).toMatchObject({ ok: false, why: 'too-soon' });
  await close();
  ({ driver, close } = await ownBrowser({ profile }));
  const answer = (await unlock(PASSPHRASE)) as { ok: boolean; why?: string; nextTryAt: number };
  if (answer.why === 'too-soon') {
    await expect.poll(() => Date.now() > answer.nextTryAt).toBe(true);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
  } else {
    expect(answer).toEqual({ ok: true });
  }
  await close();
});

test('a job continues to its end although the vault locks and the worker is killed', async ({
  driver,
  sandbox,
}) => {
  const [{ accessKeyId, accessKeySecret, region, images }] = sandbox.accounts;
  const some = images.slice(0, 5);
  const askAbout = { accountId: 'acme', imageIds: [some[0]?.imageId], videoIds: [] };
  await driver.send('makeVault', { passphrase: PASSPHRASE });
  await driver.send('saveAccount', {
    account: { ...ACCOUNT, region },
    credentials: { accessKeyId, accessKeySecret },
  });
  await driver.setGrace(0);
  sandbox.setFault('slow', { times: 0, action: 'DeleteImage', delay: 15_000 });
  const plan = {
    id: crypto.randomUUID(),
    accountId: 'acme',
    region,
    keyHint: `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`,
    createdAt: Date.now(),
    targets: some.map(({ imageId }) => ({ by: 'id', imageId, title: 'An image' })),
    calls: some.map((_image, index) => [index]),
  };
  expect((await driver.send('startJob', { plan })) ?? 'started').toBe('started');
  await expect.poll(() => deletions(sandbox).length).toBeGreaterThan(0);
  await driver.send('lockVault', {});
  expect(JSON.stringify(await storageOf(driver))).toContain(accessKeySecret);
  await driver.killWorker();
  sandbox.clearFaults();

  expect(await driver.send('askAbout', askAbout)).toBe('locked');
  const there = () => some.filter(({ addresses }) => sandbox.exists(addresses.plain)).length;
  await expect.poll(there).toBe(0);
  // The key is removed together with the last job that needs it.
  await expect
    .poll(async () => JSON.stringify(await storageOf(driver)))
    .not.toContain(accessKeySecret);
});

/** @returns Every file below a folder, by its path. */
async function writtenIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path, await readFile(path));
  }
  return files;
}

/**
 * @returns The files that contain a text in UTF-8, UTF-16, hexadecimal, or Base64 at any offset.
 */
function holders(files: ReadonlyMap<string, Buffer>, text: string): string[] {
  const bytes = Buffer.from(text);
  const wide = Buffer.from(text, 'utf16le');
  const forms = [
    bytes,
    wide,
    ...[bytes, wide].flatMap((one) => {
      const hex = one.toString('hex');
      return [Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...basedOf(one)];
    }),
  ];
  return [...files]
    .filter(([, content]) => forms.some((form) => content.includes(form)))
    .map(([path]) => path);
}

/**
 * @returns The Base64 of bytes at each offset in a group of three, without letters shared with
 *   others.
 */
function basedOf(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -4));
  });
}
