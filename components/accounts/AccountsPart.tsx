import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
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
import { AccountEditor } from './AccountEditor.tsx';
import { AccountRow } from './AccountRow.tsx';
import { ImportAccounts } from './ImportAccounts.tsx';
import './accounts-part.css';

/** What the editor is open for. */
type Open =
  | { readonly for: 'new'; readonly id: string }
  | { readonly for: 'copy'; readonly id: string; readonly of: Account }
  | { readonly for: 'edit'; readonly id: string };

export interface AccountsPartProps {
  readonly state: AccountsState;
  /** An administrator allows no accounts of the person's own. */
  readonly locked: boolean;
}

/** The section of the settings that lists accounts, and in which one is edited. */
export function AccountsPart({ state, locked }: AccountsPartProps) {
  const { accounts, current, vault } = state;
  const [opened, setOpen] = useState<Open>();
  const open = locked && opened?.for !== 'edit' ? undefined : opened;
  const [removing, setRemoving] = useState<AccountState>();
  const [said, setSaid] = useState('');
  const none = accounts.length === 0;
  // Never the id of an account that was removed: its history would pass to the new one.
  const firstId = useMemo(() => crypto.randomUUID(), [none]);
  const list = useRef<HTMLUListElement>(null);
  const last = useRef<string | undefined>(undefined);

  // The keyboard goes back to the account that was edited.
  useEffect(() => {
    if (open !== undefined || last.current === undefined) return;
    const row = `[data-account="${last.current}"] button`;
    const button = list.current?.querySelector<HTMLElement>(row);
    if (button === null || button === undefined) return;
    last.current = undefined;
    button.focus();
  }, [open, accounts]);

  const close = (id: string | undefined) => {
    last.current = id;
    setOpen(undefined);
  };
  const saved = (account: Account) => {
    setSaid(t('account_saved', [account.name]));
    close(account.id);
  };
  const tell = (done: Promise<unknown>, words: string) => {
    setSaid('');
    done.then(
      () => setSaid(words),
      () => setSaid(t('fault_no_answer')),
    );
  };
  const takeAway = () => {
    const own = accounts.filter(({ managed }) => !managed).map(({ account }) => account);
    const { file, shortened } = exportAccounts(own);
    saveJson('accounts', file);
    const words = t('accounts_exported', own.length);
    setSaid(
      shortened.length === 0
        ? words
        : `${words} ${t('accounts_shortened', [shortened.join(t('list_comma'))])}`,
    );
  };

  const edited =
    open?.for === 'edit' ? accounts.find(({ account }) => account.id === open.id) : undefined;
  const first = none && open === undefined;
  const exportable = accounts.some(({ managed }) => !managed);

  if (locked && none) return <SetByAdministrator words="managed_no_accounts" />;
  if (first || (open !== undefined && (open.for !== 'edit' || edited !== undefined))) {
    return (
      <>
        <AccountEditor
          key={open?.id ?? firstId}
          title={
            edited === undefined ? t('account_new') : t('account_editing', [edited.account.name])
          }
          state={edited}
          newId={open?.id ?? firstId}
          vault={vault}
          {...(open?.for === 'copy' && { like: copyOf(open.of) })}
          {...(open !== undefined && {
            onCancel: () => close(open.for === 'copy' ? open.of.id : open.id),
          })}
          onSaved={saved}
        />
        {first && (
          <ButtonRow>
            <ImportAccounts onSaid={setSaid} />
          </ButtonRow>
        )}
        <p class="quiet" role="status">
          {said}
        </p>
      </>
    );
  }
  return (
    <>
      <ul ref={list} class="accounts" aria-label={t('options_accounts')}>
        {accounts.map((one) => {
          const { account } = one;
          return (
            <AccountRow
              key={account.id}
              state={one}
              current={account.id === current?.account.id}
              onUse={() =>
                tell(send(useAccount, { accountId: account.id }), t('account_used', [account.name]))
              }
              onEdit={() => setOpen({ for: 'edit', id: account.id })}
              onDuplicate={
                locked
                  ? undefined
                  : () => setOpen({ for: 'copy', id: crypto.randomUUID(), of: account })
              }
              onRemove={() => setRemoving(one)}
            />
          );
        })}
      </ul>
      {locked ? (
        <SetByAdministrator words="managed_no_own_accounts" />
      ) : (
        <ButtonRow>
          <Button look="main" onPress={() => setOpen({ for: 'new', id: crypto.randomUUID() })}>
            {t('account_add')}
          </Button>
          <ImportAccounts onSaid={setSaid} />
          <Button disabled={!exportable} hint={t('accounts_export_hint')} onPress={takeAway}>
            {t('accounts_export')}
          </Button>
        </ButtonRow>
      )}
      <p class="quiet" role="status">
        {said}
      </p>
      {removing !== undefined && (
        <ConfirmDialog
          title={t('account_remove_title', [removing.account.name])}
          confirm={t('account_remove_confirm')}
          onConfirm={async () => {
            await send(removeAccount, { accountId: removing.account.id });
            setSaid(t('account_removed', [removing.account.name]));
          }}
          onClose={() => setRemoving(undefined)}
        >
          <p>{t('account_remove_gone')}</p>
          <p>{t('account_remove_stays')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function copyOf(account: Account): Account {
  return { ...account, name: t('account_copy_name', [account.name]).slice(0, 80) };
}
