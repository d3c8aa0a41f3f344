import { useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Button } from '../shared/Button.tsx';
import { useSlash } from '../shortcuts/use-slash.ts';
import type { Filter } from './filter.ts';
import { type Selection, selectAll, selectNone } from './list/selection.ts';
import '../shared/input.css';
import './review-tools.css';

export interface ReviewToolsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** The shown items. */
  readonly shown: readonly Item[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** The search field above a list, and the buttons that select all shown items or none. */
export function ReviewTools({ filter, onFilter, shown, selection, onSelect }: ReviewToolsProps) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const selectShown = () => {
    const keys = shown.map((item) => item.key);
    onSelect(selectAll(selection, keys));
  };
  return (
    <div class="review-tools">
      <input
        ref={search}
        type="search"
        aria-keyshortcuts="/"
        class="input review-search"
        value={filter.words}
        placeholder={t('review_search_short')}
        aria-label={t('review_search')}
        onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      <Button onPress={selectShown} disabled={shown.length === 0}>
        {t('review_select_all_shown')}
      </Button>
      <Button
        onPress={() => onSelect(selectNone(selection))}
        disabled={selection.selected.size === 0}
      >
        {t('review_select_none')}
      </Button>
    </div>
  );
}
