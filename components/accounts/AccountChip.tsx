import { t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import { regionName, regionPlace } from './regions.ts';

export interface AccountChipProps {
  readonly state: AccountState | undefined;
}

/** The current account in a few words; a press opens its settings. */
export function AccountChip({ state }: AccountChipProps) {
  if (state === undefined) {
    return (
      <button type="button" class="chip chip-wanting" onClick={() => void openOptions()}>
        <span class="chip-name">{t('account_add')}</span>
      </button>
    );
  }
  const { account, keyHint } = state;
  return (
    <button
      type="button"
      class={keyHint === undefined ? 'chip chip-wanting' : 'chip'}
      title={t('account_chip_hint', [account.name, regionName(account.region)])}
      onClick={() => void openOptions()}
    >
      <span class="chip-name">{account.name}</span>
      <span class="chip-more">
        {keyHint === undefined ? t('account_enter_key') : regionPlace(account.region)}
      </span>
    </button>
  );
}
