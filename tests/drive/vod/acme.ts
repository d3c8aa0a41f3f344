import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type Account, NEW_ACCOUNT } from '../../../utils/accounts/account.ts';
import { type Item, itemById } from '../../../utils/collection/item.ts';
import { type AskedIds, draftPlan, type VideoChoice } from '../../../utils/plan/draft.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { createVodClient, type VodClient } from '../../../utils/vod/client.ts';
import { Secret } from '../../../utils/vod/secret.ts';
import { fetchFrom } from './sandbox-fetch.ts';

/** @returns The first account of the sandbox, as the extension stores it. */
export function acmeOf(sandbox: Sandbox): Account {
  const { name, ownDomains } = sandbox.accounts[0];
  return { ...NEW_ACCOUNT, id: 'acme', name, region: 'cn-shanghai', ownDomains: [...ownDomains] };
}

/** @returns The account's key that may do everything. */
export function keyOf(sandbox: Sandbox) {
  const { accessKeyId, accessKeySecret } = sandbox.accounts[0];
  return { accessKeyId, accessKeySecret };
}

/** @returns A client with one of the account's keys; parts of it or `fetch` may be replaced. */
export function clientOf(
  sandbox: Sandbox,
  {
    label = 'full',
    fetch = fetchFrom(sandbox),
    ...wrong
  }: { label?: string; id?: string; secret?: string; fetch?: typeof globalThis.fetch } = {},
): VodClient {
  const key = sandbox.accounts[0].keys.find((one) => one.label === label);
  if (key === undefined) throw new Error(`The sandbox has no key ${label}`);
  return createVodClient({
    endpoint: 'vod.cn-shanghai.aliyuncs.com',
    fetch,
    timeoutMs: 2000,
    credentials: () => ({
      accessKeyId: wrong.id ?? key.accessKeyId,
      accessKeySecret: new Secret(wrong.secret ?? key.accessKeySecret),
    }),
  });
}

/** @returns Items for some of the account's images, by their addresses. */
export function addressItems(
  sandbox: Sandbox,
  count: number,
  { from = 0, form = 'plain' }: { from?: number; form?: 'plain' | 'signed' } = {},
): Item[] {
  return sandbox.accounts[0].images.slice(from, from + count).map(({ addresses }) => ({
    key: addresses.plain,
    kind: 'image',
    certainty: 'strict',
    standing: 'mine',
    addresses: [addresses[form]],
    carriers: [],
  }));
}

/** @returns An item for an image by its id. */
export function idItem(imageId: string): Item {
  return itemById('image-id', imageId);
}

/** @returns The plan for some items. @throws Error if there is nothing to delete. */
export function planOf(
  items: readonly Item[],
  account: Account,
  more: { hint?: string; videos?: VideoChoice | undefined; asked?: AskedIds | undefined } = {},
): Plan {
  const { plan } = draftPlan(items, account, more.videos, more.asked, more.hint);
  if (plan === undefined) throw new Error('Nothing to delete');
  return plan;
}
