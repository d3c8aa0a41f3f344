import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { fetchKey, saveAccount } from '../../utils/accounts/commands.ts';
import type { SaveFault } from '../../utils/accounts/saving.ts';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { requestSites } from '../../utils/browser/permissions.ts';
import { sitePatterns } from '../../utils/browser/site-patterns.ts';
import { KeyPart } from '../keys/KeyPart.tsx';
import { canSign } from '../keys/key-words.ts';
import { MakeVaultDialog } from '../keys/MakeVaultDialog.tsx';
import { UnlockDialog } from '../keys/UnlockDialog.tsx';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { BasicsPart } from './BasicsPart.tsx';
import { DomainsPart } from './DomainsPart.tsx';
import { type FormValue, fieldsOf, readForm } from './form.ts';
import { type Faults, type FormFields, faultWords } from './form-part.ts';
import { LimitsPart } from './LimitsPart.tsx';
import './account-editor.css';

export interface AccountEditorProps {
  readonly title: string;
  /** The account that is edited; absent for a new one. */
  readonly state: AccountState | undefined;
  /** What a new account begins with. */
  readonly like?: Account;
  /** The id a new account gets. */
  readonly newId: string;
  readonly vault: VaultState;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
  readonly onSaved: (account: Account) => void;
}

const SAVE_FAULTS: Readonly<Record<SaveFault, MessageKey>> = {
  locked: 'save_locked',
  'no-vault': 'save_no_vault',
  managed: 'save_managed',
};

/** The account's form. Secrets are written only: what is saved never comes back into a field. */
export function AccountEditor(props: AccountEditorProps) {
  const { title, state, like, newId, vault, onCancel, onSaved } = props;
  const [fields, setFields] = useState<FormFields>(() => fieldsOf(state?.account ?? like));
  const [faults, setFaults] = useState<Faults>({});
  const [outcome, setOutcome] = useState<MessageKey>();
  const [saving, setSaving] = useState(false);
  const [vaultOpen, setVaultOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A form that opened by itself leaves the focus where the page begins.
    if (onCancel !== undefined) heading.current?.focus();
  }, []);

  const change = <Name extends keyof FormFields>(name: Name, value: FormFields[Name]) => {
    setFields((before) => ({ ...before, [name]: value }));
    setOutcome(undefined);
  };
  const faultOf = faultWords(faults);

  // Nothing may be awaited before the permission is asked for: browsers take that only from a click.
  const save = () => {
    const read = readForm(fields, state?.account.id ?? newId, Date.now());
    setFaults('faults' in read ? read.faults : {});
    if ('faults' in read) {
      setOutcome('options_faulty');
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setSaving(true);
    void finish(read.value, allowed(read.value.account));
  };
  const finish = async ({ account, credentials }: FormValue, permission: Promise<boolean>) => {
    setOutcome(undefined);
    const fault = await saveWith(account, credentials, permission);
    setSaving(false);
    if (fault !== undefined) return setOutcome(fault);
    if (account.key.from === 'uri') void send(fetchKey, { accountId: account.id });
    onSaved(account);
  };

  const parts = { fields, change, faultOf };
  return (
    <>
      <form
        ref={form}
        class="editor"
        autocomplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) save();
        }}
      >
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {state?.managed === true && (
          <Notice>
            <p>{t('account_managed_hint')}</p>
          </Notice>
        )}
        <fieldset class="editor-parts" disabled={state?.managed === true}>
          <BasicsPart {...parts} />
          <DomainsPart
            {...parts}
            askWith={state !== undefined && canSign(state) ? state.account.id : undefined}
          />
          <LimitsPart {...parts} />
        </fieldset>
        <KeyPart {...parts} state={state} vault={vault} onVault={() => setVaultOpen(true)} />
        {outcome !== undefined && outcome !== 'options_faulty' && (
          <Notice tone="bad" role="alert">
            <p>{t(outcome)}</p>
          </Notice>
        )}
        <div class="editor-foot">
          <button type="submit" class="button button-main" disabled={saving}>
            {t('options_save')}
          </button>
          {onCancel !== undefined && <Button onPress={onCancel}>{t('delete_cancel')}</Button>}
          <p role="status" class="field-fault">
            {outcome === 'options_faulty' && t(outcome)}
          </p>
        </div>
      </form>
      {vaultOpen && <VaultDialog vault={vault} onClose={() => setVaultOpen(false)} />}
    </>
  );
}

interface VaultDialogProps {
  readonly vault: VaultState;
  readonly onClose: () => void;
}

/** Makes the vault, or unlocks it; nothing once it is open. */
function VaultDialog({ vault, onClose }: VaultDialogProps) {
  if (vault.state === 'none') return <MakeVaultDialog onClose={onClose} />;
  return vault.state === 'locked' ? <UnlockDialog vault={vault} onClose={onClose} /> : null;
}

/** Asks the browser to let the account's credentials URI be read. */
function allowed({ key }: Account): Promise<boolean> {
  if (key.from !== 'uri') return Promise.resolve(true);
  return requestSites(sitePatterns([key.uri])).catch(() => false);
}

/** Saves; gives what went wrong, if anything. */
async function saveWith(
  account: Account,
  credentials: FormValue['credentials'],
  permission: Promise<boolean>,
): Promise<MessageKey | undefined> {
  if (!(await permission)) return 'save_not_allowed';
  try {
    const fault = await send(saveAccount, {
      account,
      ...(credentials === undefined ? {} : { credentials }),
    });
    return fault === undefined || fault === null ? undefined : SAVE_FAULTS[fault];
  } catch {
    return 'options_save_failed';
  }
}
