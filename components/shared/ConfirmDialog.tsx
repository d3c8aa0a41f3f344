import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the action does, and what it does not do. */
  readonly children: ComponentChildren;
  /** The text of the button that acts. */
  readonly confirm: string;
  /** The action. Its button is disabled until the promise settles; a rejection is shown. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is removed. The button that removes does not have the focus at first. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const [state, setState] = useState<'doing' | 'failed'>();
  const act = async () => {
    setState('doing');
    try {
      await onConfirm();
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('delete_cancel')}</Button>
          <Button look="danger" disabled={state === 'doing'} onPress={() => void act()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {state === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('fault_no_answer')}</p>
        </Notice>
      )}
    </Dialog>
  );
}
