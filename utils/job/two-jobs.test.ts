import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { planOfAddresses, SUCCESS } from '../../tests/drive/vod/scripted.ts';
import { NEW_ACCOUNT } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

const KEY = { accessKeyId: 'LTAI5tAcme0000', accessKeySecret: 'secret-of-acme-0123456789' };

const account = {
  ...NEW_ACCOUNT,
  id: 'acme',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['vod.acme.example'],
} as const;

let journal: Journal;
let runs: number;
let awake: number;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', async () => new Response(SUCCESS));
  journal = new Journal(`journal-${crypto.randomUUID()}`);
  runs = 0;
  awake = 0;
  await saveAccount({ ...account, ownDomains: [...account.ownDomains] });
});

const worker = () =>
  new Runner({
    journal,
    graceMs: async () => 0,
    stayAwake: () => {
      runs += 1;
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
  });

/** Resolves after more turns of the event loop than a few runs take. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) await new Promise(setImmediate);
}

it('two jobs that pause at once do not wake each other for ever', async () => {
  for (const count of [1, 2]) {
    await journal.open(planOfAddresses(count), { accountName: 'Acme', startsAt: 0 });
  }
  const runner = worker();
  await runner.resume();
  expect(awake).toBe(2);
  // Each is taken up once more, for what has changed meanwhile.
  await runner.resume();
  await turns();
  expect(awake).toBe(0);
  expect(runs).toBe(4);
  expect((await journal.jobs()).map(({ pausedFor }) => pausedFor)).toEqual(['no-key', 'no-key']);

  await saveAccount({ ...account, ownDomains: [...account.ownDomains] }, KEY);
  await runner.resume();
  await turns();
  // Another key than the one that was confirmed: an empty hint here.
  expect((await journal.jobs()).map(({ pausedFor }) => pausedFor)).toEqual([
    'other-key',
    'other-key',
  ]);
});
