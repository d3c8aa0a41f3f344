import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import type { Item } from '../../utils/collection/item.ts';
import { LONGEST_NOTE } from '../../utils/spotting/limits.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';

/** Adds a note to the selected items: a ticket number or a reason. */
export function NoteButton({ items }: { readonly items: readonly Item[] }) {
  const [open, setOpen] = useState<readonly Item[]>();
  return (
    <>
      <Button onPress={() => setOpen(items)} disabled={items.length === 0}>
        {t('note_button')}
      </Button>
      {open !== undefined && <NoteDialog items={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface NoteDialogProps {
  readonly items: readonly Item[];
  readonly onClose: () => void;
}

function NoteDialog({ items, onClose }: NoteDialogProps) {
  const notes = new Set(items.map(({ note }) => note ?? ''));
  const [words, setWords] = useState(notes.size === 1 ? ([...notes][0] ?? '') : '');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      await openCollected().note(
        items.map(({ key }) => key),
        words,
      );
      onClose();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Dialog
      title={t('note_title', items.length)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('delete_cancel')}</Button>
          <Button look="main" onPress={() => void save()}>
            {t('note_save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t('note_field')} hint={t(notes.size > 1 ? 'note_differ' : 'note_hint')}>
          {(links) => (
            <input
              {...links}
              class="input"
              data-first-focus
              maxLength={LONGEST_NOTE}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
      {failed && (
        <Notice tone="bad" role="alert">
          <p>{t('review_action_failed')}</p>
        </Notice>
      )}
    </Dialog>
  );
}
