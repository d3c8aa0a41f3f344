import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { observeAccounts } from '../../utils/accounts/observe-state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { autoPurge, marks } from '../../utils/settings/settings.ts';
import { AccountsPart } from '../accounts/AccountsPart.tsx';
import { isManaged, ManagedPart } from '../accounts/ManagedPart.tsx';
import { useManaged } from '../accounts/use-managed.ts';
import { KeptPart } from '../history/KeptPart.tsx';
import { GracePart } from '../job/GracePart.tsx';
import { VaultPart } from '../keys/VaultPart.tsx';
import { useObserved } from '../shared/hooks.ts';
import { WatchSettings } from '../watching/WatchSettings.tsx';
import { AboutPart } from './AboutPart.tsx';
import { AppearancePart } from './AppearancePart.tsx';
import { OptionsSearch } from './OptionsSearch.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import './options.css';

const PARTS = [
  { id: 'managed', title: 'options_managed' },
  { id: 'accounts', title: 'options_accounts' },
  { id: 'vault', title: 'options_vault' },
  { id: 'deletion', title: 'options_deletion' },
  { id: 'history', title: 'options_history' },
  { id: 'pages', title: 'options_pages' },
  { id: 'appearance', title: 'options_appearance' },
  { id: 'about', title: 'options_about' },
] as const satisfies readonly { readonly id: string; readonly title: MessageKey }[];

type Part = (typeof PARTS)[number];

/** The options page. */
export function Options() {
  const state = useObserved(observeAccounts, [])?.value;
  const managed = useManaged();
  const sections = useRef<HTMLElement>(null);
  if (state === undefined || managed === undefined) return null;
  const { locked } = managed;
  const shown = PARTS.filter(({ id }) => id !== 'managed' || isManaged(managed));
  const parts: Readonly<Record<Part['id'], ComponentChildren>> = {
    managed: <ManagedPart managed={managed} />,
    accounts: <AccountsPart state={state} locked={locked.has('accounts')} />,
    vault: <VaultPart state={state} />,
    deletion: (
      <>
        <GracePart />
        <SwitchSetting setting={autoPurge} name="auto_purge" hint="auto_purge_hint" />
      </>
    ),
    history: <KeptPart />,
    pages: (
      <>
        <WatchSettings managed={managed} />
        <SwitchSetting setting={marks} name="marks_switch" hint="marks_switch_hint" />
      </>
    ),
    appearance: <AppearancePart />,
    about: <AboutPart />,
  };
  return (
    <div class="options">
      <header class="options-head">
        <h1>
          <img src="/icons/48.png" width={28} height={28} alt="" />
          {t('options_title')}
        </h1>
        <nav aria-label={t('options_parts')}>
          <ul class="options-nav">
            {shown.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <OptionsSearch within={sections} />
      <main ref={sections} class="options-parts">
        {shown.map(({ id, title }) => (
          <section key={id} id={id} class="options-part" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t(title)}</h2>
            {parts[id]}
          </section>
        ))}
      </main>
    </div>
  );
}
