import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { observeAccounts } from '../../utils/vault/accounts.ts';
import { useObserved } from '../shared/hooks.ts';
import { VaultPart } from '../vault/VaultPart.tsx';
import { MarksSwitch } from '../watching/MarksSwitch.tsx';
import { WatchSettings } from '../watching/WatchSettings.tsx';
import { AccountsPart } from './AccountsPart.tsx';
import { GracePart } from './GracePart.tsx';
import './options.css';

const PARTS = [
  { id: 'accounts', title: 'options_accounts' },
  { id: 'vault', title: 'options_vault' },
  { id: 'deletion', title: 'options_deletion' },
  { id: 'pages', title: 'options_pages' },
] as const satisfies readonly { readonly id: string; readonly title: MessageKey }[];

type Part = (typeof PARTS)[number];

/** The options page. */
export function Options() {
  const state = useObserved(observeAccounts, [])?.value;
  const parts: Readonly<Record<Part['id'], ComponentChildren>> = {
    accounts: state !== undefined && <AccountsPart state={state} />,
    vault: state !== undefined && <VaultPart state={state} />,
    deletion: <GracePart />,
    pages: (
      <>
        <WatchSettings />
        <MarksSwitch />
      </>
    ),
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
            {PARTS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="options-parts">
        {PARTS.map(({ id, title }) => (
          <section key={id} id={id} class="options-part" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t(title)}</h2>
            {parts[id]}
          </section>
        ))}
      </main>
    </div>
  );
}
