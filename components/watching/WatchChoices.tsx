import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { WatchChoice } from '../../utils/watching/watch-choice.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';

export interface WatchChoicesProps {
  readonly choice: WatchChoice;
  /** The choice to watch one site: its name, its hint, and whether it can be chosen. */
  readonly site: { readonly name: string; readonly hint: string; readonly possible: boolean };
  /** Set when an administrator decides which sites are watched: others can only be given up. */
  readonly locked?: { readonly othersGranted: boolean } | undefined;
  /** Carries out a choice. Resolves to `false` when the browser did not grant it. */
  readonly choose: (choice: WatchChoice) => Promise<boolean>;
  /** Shown below the choice to watch one site. */
  readonly children?: ComponentChildren;
}

/** The three choices of which pages are spotted. The browser's own prompt asks for permission. */
export function WatchChoices({ choice, site, locked, choose, children }: WatchChoicesProps) {
  const [refused, setRefused] = useState(false);
  const [asked, setAsked] = useState<WatchChoice>();
  // Between two choices, the permissions may be those of the third for a moment.
  const [busy, setBusy] = useState(false);
  const settled = useRef<WatchChoice | undefined>(undefined);
  useEffect(() => {
    if (!busy && (choice === asked || choice !== settled.current)) setAsked(undefined);
    settled.current = choice;
  }, [choice, busy]);
  const name = useId();
  const options = [
    {
      value: 'click',
      name: t('watch_click'),
      hint: t('watch_click_hint'),
      possible: locked === undefined || choice === 'click' || locked.othersGranted,
    },
    { value: 'site', ...site, possible: locked === undefined && site.possible },
    {
      value: 'every',
      name: t('watch_every'),
      hint: t('watch_every_hint'),
      possible: locked === undefined,
    },
  ] as const;

  // Browsers accept a permission request only directly from a click.
  const pick = (value: WatchChoice) => {
    const done = (granted: boolean) => {
      setRefused(!granted);
      setBusy(false);
      // Shows the granted choice until the browser reports it, so that it does not flicker.
      if (!granted || locked !== undefined) setAsked(undefined);
    };
    setRefused(false);
    setAsked(value);
    setBusy(true);
    choose(value).then(done, () => done(false));
  };

  return (
    <ChoiceGroup
      legend={t('watch_legend')}
      describedBy={locked === undefined ? undefined : `${name}-locked`}
    >
      {locked !== undefined && <SetByAdministrator id={`${name}-locked`} />}
      {options.map((option) => (
        <Fragment key={option.value}>
          <Choice
            type="radio"
            group={name}
            name={option.name}
            hint={option.hint}
            checked={(asked ?? choice) === option.value}
            disabled={!option.possible}
            onClick={() => {
              if (choice !== option.value) pick(option.value);
            }}
          />
          {option.value === 'site' && children}
        </Fragment>
      ))}
      <StatusLine tone="bad">{refused && t('watch_refused')}</StatusLine>
    </ChoiceGroup>
  );
}
