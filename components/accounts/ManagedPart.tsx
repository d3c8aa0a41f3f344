import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Notice } from '../shared/Notice.tsx';
import { SitesAsked } from '../watching/SitesAsked.tsx';
import { useSites } from '../watching/use-sites.ts';
import { MANAGED_FAULT_TEXTS, managedWords } from './managed-words.ts';
import { useAskedSites } from './use-managed.ts';
import './managed-part.css';

/** @returns Whether an administrator set anything, understood or not. */
export function isManaged(managed: ManagedSettings): boolean {
  return managed.faults.length > 0 || managedWords(managed).length > 0;
}

/** The section that says what an administrator set, and what of it was not understood. */
export function ManagedPart({ managed }: { readonly managed: ManagedSettings }) {
  const { wanting, unfit } = useAskedSites(managed, useSites());
  const words = managedWords(managed);
  const faults = [
    ...managed.faults.map(({ path, why }) => ({ path, words: MANAGED_FAULT_TEXTS[why] })),
    ...unfit.map((site) => ({ path: site, words: 'managed_fault_pattern' as const })),
  ];
  return (
    <>
      {words.length > 0 && (
        <>
          <p class="quiet">{t('managed_lead')}</p>
          <ul class="managed-words">
            {words.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <SitesAsked sites={wanting} />
      {faults.length > 0 && (
        <Notice tone="warn" title={t('managed_faults', faults.length)}>
          <ul class="managed-faults">
            {faults.map(({ path, words }, at) => (
              <li key={at}>
                <span class="fixed">{path}</span>: {t(words)}
              </li>
            ))}
          </ul>
          <p>{t('managed_faults_next')}</p>
        </Notice>
      )}
    </>
  );
}
