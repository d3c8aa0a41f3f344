import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import './drop-area.css';

export interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Accepts files that are dropped anywhere on its children. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picker is the way by keyboard
    <div
      class={over ? 'paste-drop paste-drop-over' : 'paste-drop'}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        // The dialog is inside another drop area.
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {children}
      {over && <p class="paste-drop-word">{t('paste_drop')}</p>}
    </div>
  );
}
