import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import '../shared/input.css';
import './options-search.css';

export interface OptionsSearchProps {
  /** The parent of the sections to search. */
  readonly within: { readonly current: HTMLElement | null };
}

/** A search field that hides the sections that do not contain all its words. */
export function OptionsSearch({ within }: OptionsSearchProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<number>();
  const id = useId();
  useLayoutEffect(() => {
    const sections = [...(within.current?.children ?? [])];
    const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of sections) {
      const text = (section.textContent ?? '').toLocaleLowerCase();
      const fits = wanted.every((word) => text.includes(word));
      section.toggleAttribute('hidden', !fits);
      if (fits) count += 1;
    }
    setFound(wanted.length === 0 ? undefined : count);
  }, [words]);
  return (
    <search class="options-search">
      <label class="unseen" for={id}>
        {t('options_search')}
      </label>
      <input
        id={id}
        class="input"
        type="search"
        placeholder={t('options_search')}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <span class="quiet" role="status">
        {found === 0 && t('options_found_none')}
        {found !== undefined && found > 0 && t('options_found', found)}
      </span>
    </search>
  );
}
