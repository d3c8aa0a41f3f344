import { useMemo, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import type { AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { AccountEditor } from './AccountEditor.tsx';
import { AccountList } from './AccountList.tsx';
import { ImportAccounts } from './ImportAccounts.tsx';

/** What the editor is open for. `id` is the id of the account to edit or to create. */
type Open =
  | { readonly for: 'new'; readonly id: string }
  | { readonly for: 'copy'; readonly id: string; readonly of: Account }
  | { readonly for: 'edit'; readonly id: string };

export interface AccountsPartProps {
  readonly state: AccountsState;
  /** Whether the administrator allows no own accounts. */
  readonly locked: boolean;
}

/** The section of the settings that lists the accounts and edits one of them. */
export function AccountsPart({ state, locked }: AccountsPartProps) {
  const { accounts, vault } = state;
  const [opened, setOpen] = useState<Open>();
  const open = locked && opened?.for !== 'edit' ? undefined : opened;
  const [last, setLast] = useState<string>();
  const [said, setSaid] = useState('');
  const none = accounts.length === 0;
  // A new id whenever the list gets empty: an old id would bring a removed account's history.
  const firstId = useMemo(() => crypto.randomUUID(), [none]);

  const close = (id: string) => {
    setLast(id);
    setOpen(undefined);
  };
  const edited =
    open?.for === 'edit' ? accounts.find(({ account }) => account.id === open.id) : undefined;
  const first = none && open === undefined;

  if (locked && none) return <SetByAdministrator words="managed_no_accounts" />;
  const editing = first || (open !== undefined && (open.for !== 'edit' || edited !== undefined));
  return (
    <>
      {editing ? (
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
          onSaved={(account) => {
            setSaid(t('account_saved', [account.name]));
            close(account.id);
          }}
        />
      ) : (
        <AccountList
          state={state}
          locked={locked}
          last={last}
          onAdd={() => setOpen({ for: 'new', id: crypto.randomUUID() })}
          onEdit={({ id }) => setOpen({ for: 'edit', id })}
          onDuplicate={(of) => setOpen({ for: 'copy', id: crypto.randomUUID(), of })}
          onSaid={setSaid}
        />
      )}
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

function copyOf(account: Account): Account {
  return { ...account, name: t('account_copy_name', [account.name]).slice(0, 80) };
}
