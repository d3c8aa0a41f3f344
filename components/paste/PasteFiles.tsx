import { useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { PasteSource } from '../../utils/paste/paste-find.ts';
import { Button } from '../shared/Button.tsx';
import './paste-files.css';

export interface PasteFilesProps {
  readonly files: readonly PasteSource[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (file: PasteSource) => void;
}

/** The button that chooses files, and the names of the chosen ones. */
export function PasteFiles({ files, onFiles, onRemove }: PasteFilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
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
  );
}
