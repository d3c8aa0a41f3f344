import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What happens, and what does not. */
  readonly children: ComponentChildren;
  /** What the button that acts says. */
  readonly confirm: string;
  /** Does it. While its promise is open the button is shut; when it rejects that is said. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is taken away. Nothing that takes away has the focus at first. */
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
