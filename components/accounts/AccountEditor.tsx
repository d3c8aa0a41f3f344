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
  /** The account to edit; absent for a new one. */
  readonly state: AccountState | undefined;
  /** The account that a new one starts as a copy of. */
  readonly like?: Account;
  /** The id for a new account. */
  readonly newId: string;
  readonly vault: VaultState;
  /** Absent when there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
  readonly onSaved: (account: Account) => void;
}

const SAVE_FAULTS: Readonly<Record<SaveFault, MessageKey>> = {
  locked: 'save_locked',
  'no-vault': 'save_no_vault',
  managed: 'save_managed',
};

/** The account's form. A saved secret is never shown in a field again. */
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
    // A form that the person did not open must not take the focus.
    if (onCancel !== undefined) heading.current?.focus();
  }, []);

  const change = <Name extends keyof FormFields>(name: Name, value: FormFields[Name]) => {
    setFields((before) => ({ ...before, [name]: value }));
    setOutcome(undefined);
  };
  const faultOf = faultWords(faults);

  // No await before the permission request: browsers accept it only directly from a click.
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

/** The dialog that creates or unlocks the vault. Renders nothing once it is unlocked. */
function VaultDialog({ vault, onClose }: VaultDialogProps) {
  if (vault.state === 'none') return <MakeVaultDialog onClose={onClose} />;
  return vault.state === 'locked' ? <UnlockDialog vault={vault} onClose={onClose} /> : null;
}

/** Requests the permission to read the account's credentials URI, if it has one. */
function allowed({ key }: Account): Promise<boolean> {
  if (key.from !== 'uri') return Promise.resolve(true);
  return requestSites(sitePatterns([key.uri])).catch(() => false);
}

/** @returns What went wrong while saving, if anything. */
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
