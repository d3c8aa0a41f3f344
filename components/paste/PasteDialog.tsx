import { useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber, type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { PasteContext } from '../../utils/paste/paste.ts';
import { readTextFile } from '../../utils/paste/paste-file.ts';
import type { PasteSource } from '../../utils/paste/paste-find.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Field } from '../shared/Field.tsx';
import { useStored } from '../shared/hooks.ts';
import { Notice } from '../shared/Notice.tsx';
import { openCollected } from '../shared/stores.ts';
import { DropArea } from './DropArea.tsx';
import { PasteRows } from './PasteRows.tsx';
import { fileFaultWords } from './paste-words.ts';
import { usePasted } from './use-pasted.ts';
import './paste-dialog.css';

const BARE: readonly (readonly [NonNullable<PasteContext['bareAs']>, MessageKey])[] = [
  ['image-id', 'paste_bare_images'],
  ['video-id', 'paste_bare_videos'],
];

const NOTHING: readonly Item[] = [];

export interface PasteDialogProps {
  readonly ownDomains: readonly string[];
  /** Files that were dropped before the dialog was open. */
  readonly files: readonly PasteSource[];
  readonly faults: readonly string[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (file: PasteSource) => void;
  readonly onAdded: (count: number) => void;
  readonly onClose: () => void;
}

/** Reads files; gives those that are text, and says why others are not read. */
export async function readFiles(
  files: readonly File[],
): Promise<{ readonly read: readonly PasteSource[]; readonly faults: readonly string[] }> {
  const read: PasteSource[] = [];
  const faults: string[] = [];
  for (const file of files) {
    const found = await readTextFile(file);
    if (typeof found === 'string') faults.push(fileFaultWords(file.name, found));
    else read.push({ name: file.name, text: found.text });
  }
  return { read, faults };
}

/** Takes a list in any text or file, shows what was understood of it, and collects that. */
export function PasteDialog(props: PasteDialogProps) {
  const { ownDomains, files, faults, onFiles, onRemove, onAdded, onClose } = props;
  const [text, setText] = useState('');
  const [bareAs, setBareAs] = useState<PasteContext['bareAs']>();
  const [state, setState] = useState<'adding' | 'failed'>();
  const picker = useRef<HTMLInputElement>(null);
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
          <div class="paste-files">
            <input
              ref={picker}
              class="unseen"
              type="file"
              multiple
              tabIndex={-1}
              aria-hidden="true"
              onChange={({ currentTarget }) => {
                const chosen = [...(currentTarget.files ?? [])];
                currentTarget.value = '';
                onFiles(chosen);
              }}
            />
            <Button onPress={() => picker.current?.click()}>{t('paste_files')}</Button>
            {files.map((file) => (
              <span key={file.name} class="paste-file">
                <span>{file.name}</span>
                <Button
                  look="link"
                  label={t('paste_file_remove', [file.name ?? ''])}
                  onPress={() => onRemove(file)}
                >
                  {t('review_remove')}
                </Button>
              </span>
            ))}
          </div>
          {faults.length > 0 && (
            <Notice tone="warn" role="alert">
              {faults.map((fault) => (
                <p key={fault}>{fault}</p>
              ))}
            </Notice>
          )}
          {bare && (
            <fieldset class="paste-bare">
              <legend class="field-label">{t('paste_bare')}</legend>
              {BARE.map(([kind, words]) => (
                <label key={kind}>
                  <input
                    type="radio"
                    name="bare"
                    checked={bareAs === kind}
                    onChange={() => setBareAs(kind)}
                  />{' '}
                  {t(words)}
                </label>
              ))}
            </fieldset>
          )}
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
