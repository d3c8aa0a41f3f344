import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { managedLimitFault } from '../../utils/plan/managed-limits.ts';
import { canSign } from '../keys/key-words.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { Notice } from '../shared/Notice.tsx';
import { DeleteFoot } from './DeleteFoot.tsx';
import { DraftedPlan } from './DraftedPlan.tsx';
import { KeyWanting } from './KeyWanting.tsx';
import type { DeletionRequest } from './request.ts';
import { useConfirmation } from './use-confirmation.ts';
import { useDraft } from './use-draft.ts';

export interface DeleteDialogProps {
  /** Whether it is a demo that can never send anything. */
  readonly demo?: boolean;
  readonly request: DeletionRequest;
  readonly current: AccountState;
  readonly vault: VaultState;
  readonly managed: ManagedSettings;
  readonly onClose: () => void;
  readonly onStarted: (jobId: string) => void;
}

/** The dialog that shows the frozen plan, and starts it once it is confirmed. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { demo = false, request, current, vault, managed, onClose, onStarted } = props;
  const draft = useDraft(request, current);
  const { plan, keyHint } = draft;
  const same = current.account.id === draft.account.id;
  const able = keyHint !== undefined && (!same || canSign(current));
  const forbidden = plan === undefined ? undefined : managedLimitFault(plan, managed);
  const confirmation = useConfirmation({
    plan,
    managed,
    shut: demo || !able || forbidden !== undefined || draft.pending !== undefined,
    onStarted,
  });
  return (
    <Dialog
      title={t('delete_title')}
      onClose={onClose}
      foot={
        <DeleteFoot
          draft={draft}
          confirmation={confirmation}
          forbidden={forbidden !== undefined}
          onClose={onClose}
        />
      }
    >
      {demo && (
        <Notice title={t('demo_dialog')}>
          <p>{t('demo_dialog_next')}</p>
        </Notice>
      )}
      {same && !demo && <KeyWanting current={current} vault={vault} />}
      <DraftedPlan
        draft={draft}
        managed={managed}
        forbidden={forbidden}
        pictures={request.pictures}
      />
    </Dialog>
  );
}
