import { type ComponentChildren, Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { WatchChoice } from '../../utils/collection/watch-choice.ts';
import './watching.css';

export interface ChoicesProps {
  readonly choice: WatchChoice;
  /** What watching one site is called, and what it means. */
  readonly site: { readonly name: string; readonly hint: string; readonly possible: boolean };
  /** Carries a choice out; gives false when the browser did not grant it. */
  readonly choose: (choice: WatchChoice) => Promise<boolean>;
  /** Stands below the choice of one site. */
  readonly children?: ComponentChildren;
}

/** The three ways in which pages may be looked at. The browser's own prompt asks for the rest. */
export function Choices({ choice, site, choose, children }: ChoicesProps) {
  const [refused, setRefused] = useState(false);
  const [asked, setAsked] = useState<WatchChoice>();
  const name = useId();
  const options = [
    { value: 'click', name: t('watch_click'), hint: t('watch_click_hint'), possible: true },
    { value: 'site', ...site },
    { value: 'every', name: t('watch_every'), hint: t('watch_every_hint'), possible: true },
  ] as const;

  // A browser takes the request for a permission only straight from a click.
  const pick = (value: WatchChoice) => {
    const done = (granted: boolean) => {
      setRefused(!granted);
      setAsked(undefined);
    };
    setRefused(false);
    setAsked(value);
    choose(value).then(done, () => done(false));
  };

  return (
    <fieldset class="choices">
      <legend>{t('watch_legend')}</legend>
      {options.map((option) => (
        <Fragment key={option.value}>
          <label class={option.possible ? 'choice' : 'choice choice-shut'}>
            <input
              type="radio"
              name={name}
              checked={(asked ?? choice) === option.value}
              disabled={!option.possible}
              aria-describedby={`${name}-${option.value}`}
              onClick={() => {
                if (choice !== option.value) pick(option.value);
              }}
            />
            <span class="choice-text">
              <span class="choice-name">{option.name}</span>
              <span class="choice-hint" id={`${name}-${option.value}`}>
                {option.hint}
              </span>
            </span>
          </label>
          {option.value === 'site' && children}
        </Fragment>
      ))}
      <p role="status" class="choices-said">
        {refused && t('watch_refused')}
      </p>
    </fieldset>
  );
}
