import type { ComponentChildren } from 'preact';
import './input.css';
import './list-tools.css';

export interface ListToolsProps {
  readonly search: { readonly label: string; readonly hint: string };
  /** The words to search for. */
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** The filters. */
  readonly children: ComponentChildren;
  /** How much is shown, in words. */
  readonly count: ComponentChildren;
}

/** The search field and filters above a list. */
export function ListTools({ search, words, onWords, children, count }: ListToolsProps) {
  return (
    <div class="list-tools">
      <input
        type="search"
        class="input list-search"
        value={words}
        placeholder={search.hint}
        aria-label={search.label}
        onInput={(event) => onWords(event.currentTarget.value)}
      />
      {children}
      <span class="list-count quiet numbers" role="status">
        {count}
      </span>
    </div>
  );
}
