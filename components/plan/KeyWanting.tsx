import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { URI_FAULT_TEXTS } from '../keys/key-words.ts';
import { UnlockForm } from '../keys/UnlockForm.tsx';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';

export interface KeyWantingProps {
  readonly current: AccountState;
  readonly vault: VaultState;
}

/** Says why the account cannot sign, and what to do. Renders nothing while it can. */
export function KeyWanting({ current, vault }: KeyWantingProps) {
  const { keyState, uriFault } = current;
  if (keyState === 'ready') return null;
  if (keyState === 'locked') {
    return (
      <Notice tone="warn" title={t('vault_is_locked')}>
        <p>{t('vault_locked_delete')}</p>
        <UnlockForm vault={vault} />
      </Notice>
    );
  }
  if (keyState === 'on-demand') {
    const why = uriFault === undefined ? undefined : URI_FAULT_TEXTS[uriFault];
    if (why === undefined) return null;
    return (
      <Settings title="key_not_fetched" open="account_open_settings">
        {`${t(why.happened)} ${t(why.next)}`}
      </Settings>
    );
  }
  return keyState === 'expired' ? (
    <Settings title="key_expired" open="account_enter_key">
      {t('key_expired_delete')}
    </Settings>
  ) : (
    <Settings title="key_missing" open="account_enter_key">
      {t('key_missing_delete')}
    </Settings>
  );
}

interface SettingsProps {
  readonly title: MessageKey;
  /** The text of the button. */
  readonly open: MessageKey;
  readonly children: string;
}

/** Says what is missing, with a button that opens the settings to correct it. */
function Settings({ title, open, children }: SettingsProps) {
  return (
    <Notice
      tone="warn"
      title={t(title)}
      actions={<Button onPress={() => void openOptions()}>{t(open)}</Button>}
    >
      <p>{children}</p>
    </Notice>
  );
}
