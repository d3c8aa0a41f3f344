import { LARGEST_JOB } from '../../utils/accounts/account.ts';
import type { DeletionWay, ManagedFault, ManagedSettings } from '../../utils/accounts/managed.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { LOCKABLE, type Lockable } from '../../utils/settings/locks.ts';
import { siteName } from '../../utils/watching/watch-choice.ts';

/** The text for each way of deleting that the administrator forbids. */
const FORBIDDEN_WAYS: Readonly<Record<DeletionWay, MessageKey>> = {
  byAddress: 'managed_no_address',
  byId: 'managed_no_id',
  byVideo: 'managed_no_video',
};

/** The text for each locked setting. */
const LOCKED_WORDS: Readonly<Record<Lockable, MessageKey>> = {
  accounts: 'managed_lock_accounts',
  vault: 'managed_lock_vault',
  grace: 'managed_lock_grace',
  watching: 'managed_lock_watching',
  marks: 'managed_lock_marks',
};

/** The text for a managed setting that was not understood. */
export const MANAGED_FAULT_TEXTS: Readonly<Record<ManagedFault['why'], MessageKey>> = {
  unknown: 'managed_fault_unknown',
  unfit: 'managed_fault_unfit',
};

/** @returns All that an administrator set, one sentence each; empty when nothing is set. */
export function managedWords(managed: ManagedSettings): readonly string[] {
  const { accounts, deletions, largestJob, alwaysTypeNumber, watchedSites, locked } = managed;
  const names = accounts.map(({ name }) => name).join(t('list_comma'));
  const ways = Object.keys(FORBIDDEN_WAYS) as readonly DeletionWay[];
  return [
    ...(accounts.length === 0 ? [] : [t('managed_accounts', accounts.length, [names])]),
    ...ways.filter((way) => !deletions[way]).map((way) => t(FORBIDDEN_WAYS[way])),
    ...(largestJob === LARGEST_JOB ? [] : [t('managed_largest_job', largestJob)]),
    ...(alwaysTypeNumber ? [t('managed_type_number')] : []),
    ...(watchedSites.length === 0 ? [] : [t('managed_watched', [siteNames(watchedSites)])]),
    ...LOCKABLE.filter((name) => locked.has(name)).map((name) => t(LOCKED_WORDS[name])),
  ];
}

/** @returns The names of sites given as match patterns, in one line. */
export function siteNames(sites: readonly string[]): string {
  return sites
    .map((site) => {
      const [, scheme] = /^(https?):\/\/\*\/\*$/.exec(site) ?? [];
      return scheme === undefined ? siteName(site) : t('managed_every_site', [scheme]);
    })
    .join(t('list_comma'));
}
