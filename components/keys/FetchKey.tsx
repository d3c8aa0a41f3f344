import { useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { fetchKey } from '../../utils/accounts/commands.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { requestSites } from '../../utils/browser/permissions.ts';
import { sitePatterns } from '../../utils/browser/site-patterns.ts';
import type { UriFault } from '../../utils/keys/uri-fault.ts';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Notice } from '../shared/Notice.tsx';
import { URI_FAULT_TEXTS } from './key-words.ts';
import './fetch-key.css';

export interface FetchKeyProps {
  readonly account: Account;
  /** What went wrong when the key was last fetched. */
  readonly fault: UriFault | undefined;
}

/** Says why no key came from a credentials URI, and fetches one after the browser's permission. */
export function FetchKey({ account, fault }: FetchKeyProps) {
  const [state, setState] = useState<'fetching' | 'fetched' | 'refused' | 'failed' | UriFault>();
  const fetchNow = async (permission: Promise<boolean>) => {
    setState('fetching');
    if (!(await permission.catch(() => false))) return setState('refused');
    try {
      setState((await send(fetchKey, { accountId: account.id })) ?? 'fetched');
    } catch {
      setState('failed');
    }
  };
  // Directly from the click. If the site is already granted, the browser does not ask.
  const press = () => {
    if (account.key.from !== 'uri') return;
    void fetchNow(requestSites(sitePatterns([account.key.uri])));
  };
  const told = state === undefined || state === 'fetching' ? fault : state;
  return (
    <div class="fetch-key">
      {told !== undefined && told !== 'fetched' && (
        <Notice tone="warn" role="status">
          <p>{faultWords(told)}</p>
        </Notice>
      )}
      <ButtonRow>
        <Button
          label={t('account_button', [t('key_fetch'), account.name])}
          disabled={state === 'fetching'}
          onPress={press}
        >
          {t('key_fetch')}
        </Button>
        <span class="quiet" role="status">
          {state === 'fetched' && t('key_fetched')}
        </span>
      </ButtonRow>
    </div>
  );
}

function faultWords(fault: UriFault | 'refused' | 'failed'): string {
  if (fault === 'refused') return t('watch_refused');
  if (fault === 'failed') return t('fault_no_answer');
  const { happened, next } = URI_FAULT_TEXTS[fault];
  return `${t(happened)} ${t(next)}`;
}
