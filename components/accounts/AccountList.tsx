import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { exportAccounts } from '../../utils/accounts/account-file.ts';
import { removeAccount, useAccount } from '../../utils/accounts/commands.ts';
import type { AccountState, AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { saveJson } from '../shared/take-away.ts';
import { AccountRow } from './AccountRow.tsx';
import { ImportAccounts } from './ImportAccounts.tsx';
import './account-list.css';

export interface AccountListProps {
  readonly state: AccountsState;
  /** Whether the administrator allows no own accounts. */
  readonly locked: boolean;
  /** The id of the account that was edited last: the focus returns to it. */
  readonly last: string | undefined;
  readonly onAdd: () => void;
  readonly onEdit: (account: Account) => void;
  readonly onDuplicate: (account: Account) => void;
  readonly onSaid: (words: string) => void;
}

/** The list of accounts with its buttons: for each account, and for all of them. */
export function AccountList(props: AccountListProps) {
  const { state, locked, last, onAdd, onEdit, onDuplicate, onSaid } = props;
  const { accounts, current } = state;
  const [removing, setRemoving] = useState<AccountState>();
  const list = useFocusOn(last, accounts);

  const use = ({ id, name }: Account) => {
    onSaid('');
    send(useAccount, { accountId: id }).then(
      () => onSaid(t('account_used', [name])),
      () => onSaid(t('fault_no_answer')),
    );
  };
  return (
    <>
      <ul ref={list} class="accounts" aria-label={t('options_accounts')}>
        {accounts.map((one) => (
          <AccountRow
            key={one.account.id}
            state={one}
            current={one.account.id === current?.account.id}
            onUse={() => use(one.account)}
            onEdit={() => onEdit(one.account)}
            onDuplicate={locked ? undefined : () => onDuplicate(one.account)}
            onRemove={() => setRemoving(one)}
          />
        ))}
      </ul>
      {locked ? (
        <SetByAdministrator words="managed_no_own_accounts" />
      ) : (
        <ButtonRow>
          <Button look="main" onPress={onAdd}>
            {t('account_add')}
          </Button>
          <ImportAccounts onSaid={onSaid} />
          <ExportButton accounts={accounts} onSaid={onSaid} />
        </ButtonRow>
      )}
      {removing !== undefined && (
        <RemoveDialog
          account={removing.account}
          onRemoved={onSaid}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}

/** Focuses the first button of an account once, as soon as the account is in the list. */
function useFocusOn(accountId: string | undefined, accounts: readonly AccountState[]) {
  const list = useRef<HTMLUListElement>(null);
  const done = useRef(accountId === undefined);
  useEffect(() => {
    if (done.current) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-account="${accountId}"] button`);
    if (button === null || button === undefined) return;
    done.current = true;
    button.focus();
  }, [accounts]);
  return list;
}

interface ExportButtonProps {
  readonly accounts: readonly AccountState[];
  readonly onSaid: (words: string) => void;
}

/** Downloads the accounts that are not managed, as a file. */
function ExportButton({ accounts, onSaid }: ExportButtonProps) {
  const own = accounts.filter(({ managed }) => !managed).map(({ account }) => account);
  const takeAway = () => {
    const { file, shortened } = exportAccounts(own);
    saveJson('accounts', file);
    const words = t('accounts_exported', own.length);
    onSaid(
      shortened.length === 0
        ? words
        : `${words} ${t('accounts_shortened', [shortened.join(t('list_comma'))])}`,
    );
  };
  return (
    <Button disabled={own.length === 0} hint={t('accounts_export_hint')} onPress={takeAway}>
      {t('accounts_export')}
    </Button>
  );
}

interface RemoveDialogProps {
  readonly account: Account;
  readonly onRemoved: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks before an account is removed. */
function RemoveDialog({ account, onRemoved, onClose }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={t('account_remove_title', [account.name])}
      confirm={t('account_remove_confirm')}
      onConfirm={async () => {
        await send(removeAccount, { accountId: account.id });
        onRemoved(t('account_removed', [account.name]));
      }}
      onClose={onClose}
    >
      <p>{t('account_remove_gone')}</p>
      <p>{t('account_remove_stays')}</p>
    </ConfirmDialog>
  );
}
