import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import { listToCsv } from '../collection/csv.ts';
import { exportOutcomes } from '../history/export.ts';
import type { Plan } from '../plan/plan.ts';
import { createVodClient } from '../vod/client.ts';
import { Pace } from '../vod/pace.ts';
import { Secret } from '../vod/secret.ts';
import { runJob } from './job.ts';
import { Journal } from './journal.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function plan(): Plan {
  const [image] = sandbox.accounts[0].images;
  if (image === undefined) throw new Error('The sandbox has no image');
  return {
    id: crypto.randomUUID(),
    accountId: 'acme',
    region: 'cn-shanghai',
    keyHint: 'LTAI…',
    createdAt: 0,
    targets: [{ by: 'id', imageId: image.imageId }],
    calls: [[0]],
  };
}

it.each([
  { says: 'string to sign', kind: 'signature', secret: 'NotTheSecretOfThisKey000000001' },
  { says: 'an id that is unknown', kind: 'key-unknown', id: 'LTAI5tNobodysKeyAtAll0001' },
  { says: 'a key that is off', kind: 'key-disabled', label: 'inactive' },
  { says: 'a missing permission', kind: 'forbidden', label: 'no-delete' },
  { says: 'a token that ended', kind: 'token-expired', label: 'sts-expired' },
])('the journal and exports hold nothing of the key or the request: $says', async (given) => {
  const key = sandbox.accounts[0].keys.find(({ label }) => label === (given.label ?? 'full'));
  const accessKeyId = given.id ?? key?.accessKeyId ?? '';
  const secret = given.secret ?? key?.accessKeySecret ?? '';
  const token = key?.securityToken;
  const one = plan();
  const journal = new Journal(crypto.randomUUID());
  await journal.open(one, { accountName: 'Acme', startsAt: 0 });
  const halted = await runJob(one, {
    client: createVodClient({
      endpoint: 'vod.cn-shanghai.aliyuncs.com',
      fetch: fetchFrom(sandbox),
      credentials: () => ({
        accessKeyId,
        accessKeySecret: new Secret(secret),
        ...(token === undefined ? {} : { securityToken: new Secret(token) }),
      }),
    }),
    journal,
    pace: new Pace(),
    signal: new AbortController().signal,
    sleep: async () => {},
  });
  const outcomes = await journal.outcomes(one.id);
  const sends = await journal.sends(one.id);
  expect(sends.map(({ reason }) => reason?.kind)).toContain(given.kind);

  const list = exportOutcomes(one, outcomes);
  const kept = [
    JSON.stringify([halted, await journal.job(one.id), outcomes, sends]),
    JSON.stringify(list),
    listToCsv(list),
  ];
  for (const text of kept) {
    for (const hidden of [accessKeyId, secret, token ?? accessKeyId]) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toMatch(/string to sign|canonical request|ACS3-HMAC|Signature=/i);
  }
});
