import type { AccountState, AccountsState, KeyState } from '../../../utils/accounts/state.ts';
import { t } from '../../../utils/browser/i18n.ts';
import { openOptions } from '../../../utils/browser/tabs.ts';
import { FetchKey } from '../../keys/FetchKey.tsx';
import { SetByAdministrator } from '../../settings/SetByAdministrator.tsx';
import { Button } from '../../shared/Button.tsx';
import { WelcomePart } from './WelcomePart.tsx';

export interface WelcomeAccountProps {
  readonly state: AccountsState;
  /** Whether the administrator allows no own accounts. */
  readonly locked: boolean;
}

/** The step about accounts: add one, or what managed accounts still need. */
export function WelcomeAccount({ state, locked }: WelcomeAccountProps) {
  const managed = state.accounts.filter((one) => one.managed);
  if (managed.length > 0) return <Managed accounts={managed} />;
  return (
    <WelcomePart title={t('welcome_account')}>
      <p>{t('welcome_account_why')}</p>
      {locked ? (
        <SetByAdministrator words="managed_no_accounts" />
      ) : (
        <div>
          <Button look="main" onPress={() => void openOptions()}>
            {t('welcome_options')}
          </Button>
        </div>
      )}
    </WelcomePart>
  );
}

/** Whether the person must enter the key, by the state of the key. */
const MUST_TYPE: Readonly<Record<KeyState, boolean>> = {
  absent: true,
  expired: true,
  locked: false,
  'on-demand': false,
  ready: false,
};

function Managed({ accounts }: { readonly accounts: readonly AccountState[] }) {
  const typed = accounts.filter(({ keyState }) => MUST_TYPE[keyState]);
  const fetched = accounts.filter(({ keyState }) => keyState === 'on-demand');
  const locked = accounts.some(({ keyState }) => keyState === 'locked');
  const ready = accounts.every(({ keyState }) => keyState === 'ready');
  return (
    <WelcomePart title={t('welcome_managed')}>
      <p>{t('managed_accounts', accounts.length, [namesOf(accounts)])}</p>
      {fetched.length > 0 && <p>{t('welcome_managed_uri')}</p>}
      {fetched.map(({ account, uriFault }) => (
        <FetchKey key={account.id} account={account} fault={uriFault} />
      ))}
      {typed.length > 0 && (
        <>
          <p>{t('welcome_managed_key', [namesOf(typed)])}</p>
          <div>
            <Button look="main" onPress={() => void openOptions()}>
              {t('account_enter_key')}
            </Button>
          </div>
        </>
      )}
      {locked && <p>{t('welcome_managed_locked')}</p>}
      {ready && <p>{t('welcome_managed_ready')}</p>}
    </WelcomePart>
  );
}

function namesOf(accounts: readonly AccountState[]): string {
  return accounts.map(({ account }) => account.name).join(t('list_comma'));
}
