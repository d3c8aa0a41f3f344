import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sleep } from '../async/sleep.ts';
import { LARGEST_JOB } from './account.ts';
import { observeManaged, readManaged, understand } from './managed.ts';

const ACCOUNT = {
  id: 'acme',
  name: 'Acme Video',
  colour: 'teal',
  region: 'cn-shanghai',
  ownDomains: ['vod.acme-video.example'],
  key: { from: 'uri', uri: 'https://sts.acme.example/vod' },
  limits: { largestJob: 500, byVideo: false },
} as const;

const NOTHING_SET = {
  accounts: [],
  deletions: { byAddress: true, byId: true, byVideo: true },
  largestJob: LARGEST_JOB,
  alwaysTypeNumber: false,
  watchedSites: [],
  locked: new Set(),
  faults: [],
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('what an administrator set', () => {
  it('limits nothing where nothing is set', () => {
    expect(understand({})).toEqual(NOTHING_SET);
  });

  it('is used as it was written', () => {
    expect(
      understand({
        accounts: [ACCOUNT],
        deletions: { byVideo: false },
        largestJob: 1000,
        alwaysTypeNumber: true,
        watchedSites: ['https://www.acme-learning.example/*', 'https://*.acme.example/*'],
        locked: ['accounts', 'grace'],
      }),
    ).toEqual({
      accounts: [ACCOUNT],
      deletions: { byAddress: true, byId: true, byVideo: false },
      largestJob: 1000,
      alwaysTypeNumber: true,
      watchedSites: ['https://www.acme-learning.example/*', 'https://*.acme.example/*'],
      locked: new Set(['accounts', 'grace']),
      faults: [],
    });
  });

  it('needs of an account only id, name and region', () => {
    const { accounts, faults } = understand({
      accounts: [{ id: 'a', name: 'A', region: 'eu-central-1', limits: { byVideo: false } }],
    });
    expect(faults).toEqual([]);
    expect(accounts).toEqual([
      {
        id: 'a',
        name: 'A',
        colour: 'blue',
        region: 'eu-central-1',
        ownDomains: [],
        key: { from: 'session' },
        limits: { largestJob: LARGEST_JOB, byVideo: false },
      },
    ]);
  });
});

describe('what is not understood', () => {
  it('is listed with its place, and the rest is used', () => {
    const settings = understand({
      accounts: [
        { ...ACCOUNT, region: 'atlantis' },
        { ...ACCOUNT, accessKeySecret: 'never here' },
        { ...ACCOUNT, key: { from: 'uri', uri: 'http://sts.acme.example/' } },
        ACCOUNT,
        { ...ACCOUNT, name: 'The same id again' },
      ],
      watchedSites: ['https://fine.example/*', 'https://path.example/only/this', 7],
      locked: ['vault', 'everything'],
      largestjob: 5,
      deletions: { byVideos: false },
    });
    expect(settings.accounts).toEqual([ACCOUNT]);
    expect(settings.watchedSites).toEqual(['https://fine.example/*']);
    expect(settings.locked).toEqual(new Set(['vault']));
    expect(settings.largestJob).toBe(LARGEST_JOB);
    expect(settings.faults).toEqual(
      expect.arrayContaining([
        { path: 'largestjob', why: 'unknown' },
        { path: 'accounts.0.region', why: 'unfit' },
        { path: 'accounts.1.accessKeySecret', why: 'unknown' },
        { path: 'accounts.2.key.uri', why: 'unfit' },
        { path: 'accounts.acme', why: 'unfit' },
        { path: 'deletions.byVideos', why: 'unknown' },
        { path: 'watchedSites.1', why: 'unfit' },
        { path: 'watchedSites.2', why: 'unfit' },
        { path: 'locked.1', why: 'unfit' },
      ]),
    );
    expect(settings.faults).toHaveLength(9);
  });

  it('never carries a value that was not understood', () => {
    const { faults } = understand({ accounts: [{ ...ACCOUNT, accessKeySecret: 'S3cret' }] });
    expect(JSON.stringify(faults)).not.toContain('S3cret');
  });

  it.each([
    [{ deletions: { byId: 'no' } }, { deletions: { byAddress: true, byId: false, byVideo: true } }],
    [{ deletions: 'none' }, { deletions: { byAddress: false, byId: false, byVideo: false } }],
    [{ largestJob: '50' }, { largestJob: 1 }],
    [{ largestJob: 0 }, { largestJob: 1 }],
    [{ alwaysTypeNumber: 'yes' }, { alwaysTypeNumber: true }],
  ])('of a limit counts as the strictest: %j', (written, read) => {
    const settings = understand(written);
    expect(settings).toMatchObject(read);
    expect(settings.faults).toHaveLength(1);
  });

  it.each([
    [{ accounts: 'Acme' }, 'accounts'],
    [{ watchedSites: {} }, 'watchedSites'],
    [{ locked: null }, 'locked'],
  ])('of a list leaves it empty: %j', (written, path) => {
    expect(understand(written)).toEqual({ ...NOTHING_SET, faults: [{ path, why: 'unfit' }] });
  });
});

describe('the managed area', () => {
  it('is read', async () => {
    await fakeBrowser.storage.managed.set({ accounts: [ACCOUNT], largestJob: 40 });
    expect(await readManaged()).toMatchObject({ accounts: [ACCOUNT], largestJob: 40, faults: [] });
  });

  it('that rejects, as Firefox does without an administrator, sets nothing', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    expect(await readManaged()).toEqual(NOTHING_SET);
  });

  it('is reported now and after each change of this area only, until the end', async () => {
    const told: number[] = [];
    const end = observeManaged(({ largestJob }) => told.push(largestJob));
    await vi.waitFor(() => expect(told).toEqual([LARGEST_JOB]));
    await fakeBrowser.storage.managed.set({ largestJob: 7 });
    await vi.waitFor(() => expect(told).toEqual([LARGEST_JOB, 7]));
    await fakeBrowser.storage.local.set({ largestJob: 8 });
    end();
    await fakeBrowser.storage.managed.set({ largestJob: 9 });
    await sleep(20);
    expect(told).toEqual([LARGEST_JOB, 7]);
  });
});
