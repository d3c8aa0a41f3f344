import { useState } from 'preact/hooks';
import type { AccountsState, VaultState } from '../../utils/accounts/state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { lockVault, removeVault } from '../../utils/keys/commands.ts';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { Glyph } from '../shared/Glyph.tsx';
import { Notice } from '../shared/Notice.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { AutoLock } from './AutoLock.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { MakeVault } from './MakeVault.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import './vault-part.css';

export interface VaultPartProps {
  readonly state: AccountsState;
}

/** The section of the settings that creates, unlocks, locks and removes the vault. */
export function VaultPart({ state }: VaultPartProps) {
  const { vault } = state;
  const [said, setSaid] = useState<MessageKey>();
  const [changing, setChanging] = useState(false);
  const held = state.accounts.flatMap(({ account }) =>
    vault.holds.includes(account.id) ? [account.name] : [],
  );

  const lock = () => {
    setChanging(false);
    send(lockVault, {}).then(
      () => setSaid(undefined),
      () => setSaid('fault_no_answer'),
    );
  };

  return (
    <>
      <p class="quiet">{t('vault_what')}</p>
      {vault.state === 'none' && <MakeVault onMade={() => setSaid('vault_made')} />}
      {vault.state !== 'none' && <VaultStanding vault={vault} held={held} />}
      {vault.damaged === true && (
        <Notice tone="bad" title={t('vault_damaged')}>
          <p>{t('vault_damaged_next')}</p>
        </Notice>
      )}
      {vault.state === 'locked' && vault.damaged !== true && (
        <UnlockForm vault={vault} onUnlocked={() => setSaid('vault_unlocked')} />
      )}
      {vault.state === 'unlocked' && !changing && (
        <ButtonRow>
          <Button look="main" onPress={lock}>
            {t('vault_lock')}
          </Button>
          <Button onPress={() => setChanging(true)}>{t('vault_change_open')}</Button>
        </ButtonRow>
      )}
      {vault.state === 'unlocked' && changing && (
        <ChangePassphrase
          vault={vault}
          onDone={(changed) => {
            setChanging(false);
            setSaid(changed ? 'vault_changed' : undefined);
          }}
        />
      )}
      <StatusLine tone="good">{said !== undefined && t(said)}</StatusLine>
      {vault.state !== 'none' && (
        <>
          {vault.damaged !== true && <AutoLock />}
          <RemoveVault onRemoved={() => setSaid('vault_removed')} />
        </>
      )}
    </>
  );
}

interface VaultStandingProps {
  readonly vault: VaultState;
  /** The names of the accounts whose keys are in the vault. */
  readonly held: readonly string[];
}

/** Says whether the vault is unlocked, and whose keys are in it. */
function VaultStanding({ vault, held }: VaultStandingProps) {
  const locked = vault.state === 'locked';
  return (
    <div class="vault-state">
      <span class="vault-sign">
        <Glyph name={locked ? 'closed' : 'open'} />
        <strong>{t(locked ? 'vault_is_locked' : 'vault_is_unlocked')}</strong>
      </span>
      {vault.damaged !== true && (
        <span class="quiet">
          {held.length === 0
            ? t('vault_holds_nothing')
            : t('vault_holds', held.length, [held.join(t('list_comma'))])}
        </span>
      )}
    </div>
  );
}

/** Removes the vault after a confirmation. */
function RemoveVault({ onRemoved }: { readonly onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="vault-remove">
      <h3>{t('vault_remove_title')}</h3>
      <p class="quiet">{t('vault_remove_hint')}</p>
      <div>
        <Button look="danger-outline" onPress={() => setAsking(true)}>
          {t('vault_remove_open')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t('vault_remove_title')}
          confirm={t('vault_remove')}
          onConfirm={async () => {
            await send(removeVault, {});
            onRemoved();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('vault_remove_gone')}</p>
          <p>{t('vault_remove_stays')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
