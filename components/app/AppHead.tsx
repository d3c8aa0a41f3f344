import type { AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { AccountChip } from '../accounts/AccountChip.tsx';
import { LockButton } from '../keys/LockButton.tsx';
import { ShortcutsButton } from '../shortcuts/ShortcutsButton.tsx';
import { PanelButton } from './PanelButton.tsx';
import '../accounts/colours.css';
import './app-head.css';

export interface AppHeadProps {
  readonly accounts: AccountsState | undefined;
  /** Whether the app runs in the side panel, where it needs no button to open it. */
  readonly panel: boolean;
}

/** The header: the app's name, the current account, and the buttons that every view needs. */
export function AppHead({ accounts, panel }: AppHeadProps) {
  const account = accounts?.current?.account;
  return (
    <header class={account === undefined ? 'app-head' : `app-head colour-${account.colour}`}>
      <h1 class="app-name">
        <img src="/icons/32.png" width={20} height={20} alt="" />
        <span class="app-title">{t('app_name')}</span>
      </h1>
      {accounts !== undefined && <AccountChip state={accounts} />}
      {accounts !== undefined && <LockButton vault={accounts.vault} />}
      <ShortcutsButton />
      {!panel && <PanelButton />}
    </header>
  );
}
