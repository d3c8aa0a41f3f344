import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { PasteSource } from '../../utils/paste/paste-find.ts';
import { Button } from '../shared/Button.tsx';
import { DropArea } from './DropArea.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { readFiles } from './read-files.ts';
import './paste-area.css';

const NO_DOMAINS: readonly string[] = [];

export interface PasteAreaProps {
  readonly ownDomains: readonly string[] | undefined;
  /** The view *Collected*. */
  readonly children: ComponentChildren;
}

/** The collection, with two ways to add a list: the button *Paste list*, and dropped files. */
export function PasteArea({ ownDomains = NO_DOMAINS, children }: PasteAreaProps) {
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly PasteSource[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [added, setAdded] = useState<number>();

  const take = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    const { read, faults } = await readFiles(chosen);
    const names = new Set(read.map(({ name }) => name));
    setFiles((before) => [...before.filter(({ name }) => !names.has(name)), ...read]);
    setFaults(faults);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setFiles([]);
    setFaults([]);
  };

  return (
    <DropArea onFiles={(chosen) => void take(chosen)}>
      <div class="paste-bar">
        <p class="quiet numbers" role="status">
          {added === undefined ? t('paste_bar') : t('paste_added', added)}
        </p>
        <Button
          onPress={() => {
            setAdded(undefined);
            setOpen(true);
          }}
        >
          {t('paste_button')}
        </Button>
      </div>
      {children}
      {open && (
        <PasteDialog
          ownDomains={ownDomains}
          files={files}
          faults={faults}
          onFiles={(chosen) => void take(chosen)}
          onRemove={(file) => setFiles((before) => before.filter((one) => one !== file))}
          onAdded={(count) => {
            setAdded(count);
            close();
          }}
          onClose={close}
        />
      )}
    </DropArea>
  );
}
