import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/i18n.ts';
import { exportItems } from '../../utils/collection/export.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Button } from '../shared/Button.tsx';
import { copyLines, saveList, saveListAsCsv } from '../shared/take-away.ts';
import { itemName } from './describe-item.ts';
import type { Checked } from './use-checked.ts';
import './review-foot.css';

/** An action on the selected items, in addition to copy, export and delete. */
export interface ReviewAction {
  readonly label: string;
  readonly done: (count: number) => string;
  /** The message `done` is shown once it resolves. */
  readonly run: (items: readonly Item[]) => Promise<void>;
}

export interface ReviewFootProps {
  /** A part of the name of an exported file. */
  readonly name: string;
  /** The selected items among the shown ones. */
  readonly picked: readonly Item[];
  readonly shown: readonly Item[];
  readonly action: ReviewAction;
  /** More buttons for the selected items. */
  readonly more: ComponentChildren;
  /** Absent when there is no account that can ask VOD. */
  readonly checked: Pick<Checked, 'check' | 'checking'> | undefined;
  /** Absent while nothing can be deleted. */
  readonly onDelete: ((items: readonly Item[]) => void) | undefined;
  /** The result of the last action, or how many items are selected. */
  readonly words: string;
  readonly onSaid: (words: string) => void;
}

/** The actions on a list. Some take all shown items when none is selected. */
export function ReviewFoot(props: ReviewFootProps) {
  const { name, picked, shown, action, checked, onDelete, words, onSaid } = props;
  const some = picked.length > 0;
  const taken = some ? picked : shown;
  const act = async (run: () => Promise<void>, done: string) => {
    try {
      await run();
      onSaid(done);
    } catch {
      onSaid(t('review_action_failed'));
    }
  };
  return (
    <div class="review-foot">
      <p
        class={some ? 'review-count review-count-many numbers' : 'review-count numbers'}
        role="status"
      >
        {words}
      </p>
      <Button
        onPress={() => void act(() => action.run(picked), action.done(picked.length))}
        disabled={!some}
      >
        {action.label}
      </Button>
      {props.more}
      {checked !== undefined && shown.some(isId) && (
        <Button
          hint={t('review_check_hint')}
          onPress={() => void checked.check(taken).then(onSaid)}
          disabled={checked.checking || !taken.some(isId)}
        >
          {t('check')}
        </Button>
      )}
      <TakeButtons
        hint={t(some ? 'review_takes_selected' : 'review_takes_shown')}
        disabled={taken.length === 0}
        onCopy={() =>
          void act(() => copyLines(taken.map(itemName)), t('review_copied', taken.length))
        }
        onExport={() => saveList(name, exportItems(taken))}
        onExportCsv={() => saveListAsCsv(name, exportItems(taken))}
      />
      <Button
        look="danger-outline"
        onPress={() => onDelete?.(picked)}
        disabled={!some || onDelete === undefined}
        {...(onDelete === undefined ? { hint: t('review_delete_needs_account') } : {})}
      >
        {t('review_delete')}
      </Button>
    </div>
  );
}

interface TakeButtonsProps {
  readonly hint: string;
  readonly disabled: boolean;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onExportCsv: () => void;
}

/** The buttons that copy and export a list. */
function TakeButtons({ hint, disabled, onCopy, onExport, onExportCsv }: TakeButtonsProps) {
  return (
    <>
      <Button hint={hint} onPress={onCopy} disabled={disabled}>
        {t('review_copy')}
      </Button>
      <Button hint={hint} onPress={onExport} disabled={disabled}>
        {t('review_export')}
      </Button>
      <Button hint={hint} onPress={onExportCsv} disabled={disabled}>
        {t('history_export_csv')}
      </Button>
    </>
  );
}

const isId = ({ kind }: Item) => kind === 'image-id' || kind === 'video-id';
