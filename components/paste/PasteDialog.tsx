import { useMemo, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { PasteContext } from '../../utils/paste/paste.ts';
import type { PasteSource } from '../../utils/paste/paste-find.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Field } from '../shared/Field.tsx';
import { useStored } from '../shared/hooks.ts';
import { Notice } from '../shared/Notice.tsx';
import { BareIds } from './BareIds.tsx';
import { DropArea } from './DropArea.tsx';
import { PasteFiles } from './PasteFiles.tsx';
import { PasteRows } from './PasteRows.tsx';
import { usePasted } from './use-pasted.ts';
import './paste-dialog.css';

const NOTHING: readonly Item[] = [];

export interface PasteDialogProps {
  readonly ownDomains: readonly string[];
  /** The files that were dropped or chosen so far. */
  readonly files: readonly PasteSource[];
  readonly faults: readonly string[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (file: PasteSource) => void;
  readonly onAdded: (count: number) => void;
  readonly onClose: () => void;
}

/** Takes a list as text or files, shows what was understood, and adds it to the collection. */
export function PasteDialog(props: PasteDialogProps) {
  const { ownDomains, files, faults, onFiles, onRemove, onAdded, onClose } = props;
  const [text, setText] = useState('');
  const [bareAs, setBareAs] = useState<PasteContext['bareAs']>();
  const [state, setState] = useState<'adding' | 'failed'>();
  const collected = useStored('collected', () => openCollected().items(), []);
  const sources = useMemo(() => [{ text }, ...files], [text, files]);
  const { rows, items, bare, reading } = usePasted(sources, {
    ownDomains,
    collected: collected.value ?? NOTHING,
    bareAs,
  });
  const unready = reading || collected.value === undefined || state === 'adding';

  const add = async () => {
    setState('adding');
    try {
      await openCollected().add(items);
      onAdded(items.length);
    } catch {
      setState('failed');
    }
  };

  return (
    <Dialog
      title={t('paste_button')}
      onClose={onClose}
      foot={
        <>
          <p class="paste-count numbers" role="status">
            {rows.length > 0 &&
              t('paste_count', [
                formatNumber(items.length),
                formatNumber(rows.length - items.length),
              ])}
          </p>
          <Button onPress={onClose}>{t('delete_cancel')}</Button>
          <Button look="main" disabled={unready || items.length === 0} onPress={() => void add()}>
            {t('paste_add', items.length)}
          </Button>
        </>
      }
    >
      <DropArea onFiles={onFiles}>
        <div class="paste-body">
          <Field label={t('paste_text')} hint={t('paste_text_hint')}>
            {(links) => (
              <textarea
                {...links}
                class="input paste-text fixed"
                data-first-focus
                spellcheck={false}
                rows={5}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <PasteFiles files={files} onFiles={onFiles} onRemove={onRemove} />
          {faults.length > 0 && (
            <Notice tone="warn" role="alert">
              {faults.map((fault) => (
                <p key={fault}>{fault}</p>
              ))}
            </Notice>
          )}
          {bare && <BareIds chosen={bareAs} onChoose={setBareAs} />}
          {rows.length > 0 && <PasteRows rows={rows} />}
          {(state === 'failed' || collected.failed) && (
            <Notice tone="bad" role="alert">
              <p>{t(state === 'failed' ? 'review_action_failed' : 'store_failed')}</p>
            </Notice>
          )}
        </div>
      </DropArea>
    </Dialog>
  );
}
