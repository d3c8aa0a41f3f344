import { useRef, useState } from 'preact/hooks';
import {
  type FileFault,
  MOST_ACCOUNTS,
  type ReadAccounts,
  readAccounts,
  type UnreadEntry,
} from '../../utils/accounts/account-file.ts';
import { importAccounts } from '../../utils/accounts/commands.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Notice } from '../shared/Notice.tsx';
import { Dot } from './Dot.tsx';
import { regionName } from './regions.ts';
import './import-accounts.css';

const FILE_FAULTS: Readonly<Record<FileFault, MessageKey>> = {
  'too-large': 'import_too_large',
  'not-json': 'import_not_json',
  'not-accounts': 'import_not_accounts',
  'other-version': 'import_other_version',
  'too-many': 'import_too_many',
};

/** Reads a file of accounts, shows which were understood, and adds those. */
export function ImportAccounts({ onSaid }: { readonly onSaid: (words: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadAccounts>();

  const load = async (file: File) => {
    const found = await file.text().then(readAccounts, () => undefined);
    if (found === undefined) return onSaid(t('import_unreadable'));
    if ('fault' in found) return onSaid(t(FILE_FAULTS[found.fault], [String(MOST_ACCOUNTS)]));
    onSaid('');
    setRead(found);
  };

  return (
    <>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void load(file);
        }}
      />
      <Button onPress={() => input.current?.click()}>{t('accounts_import')}</Button>
      {read !== undefined && (
        <ImportDialog read={read} onSaid={onSaid} onClose={() => setRead(undefined)} />
      )}
    </>
  );
}

interface ImportDialogProps {
  readonly read: ReadAccounts;
  readonly onSaid: (words: string) => void;
  readonly onClose: () => void;
}

function ImportDialog({ read: { accounts, unread }, onSaid, onClose }: ImportDialogProps) {
  const [state, setState] = useState<'adding' | 'failed'>();
  const add = async () => {
    setState('adding');
    try {
      await send(importAccounts, { accounts: [...accounts] });
      onSaid(t('import_added', accounts.length));
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <Dialog
      title={t('import_title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('delete_cancel')}</Button>
          <Button
            look="main"
            disabled={accounts.length === 0 || state === 'adding'}
            onPress={() => void add()}
          >
            {t('import_add', accounts.length)}
          </Button>
        </>
      }
    >
      {accounts.length === 0 ? (
        <p>{t('import_nothing')}</p>
      ) : (
        <>
          <p>{t('import_understood', accounts.length)}</p>
          <ul class="import-list">
            {accounts.map((account, place) => (
              <li key={place}>
                <Dot colour={account.colour} /> {account.name}{' '}
                <span class="quiet">{regionName(account.region)}</span>
              </li>
            ))}
          </ul>
          <p class="quiet">{t('import_no_keys')}</p>
        </>
      )}
      {unread.length > 0 && (
        <Notice tone="warn" title={t('import_not_understood', unread.length)}>
          <ul class="import-list">
            {unread.map((entry) => (
              <li key={entry.place}>{unreadWords(entry)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('fault_no_answer')}</p>
        </Notice>
      )}
    </Dialog>
  );
}

function unreadWords({ place, name, field }: UnreadEntry): string {
  const entry =
    name === undefined
      ? t('import_entry', [String(place)])
      : t('import_entry_named', [String(place), name]);
  return field === undefined ? entry : t('import_entry_field', [entry, field]);
}
