import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { graceSeconds } from '../../utils/deletion/settings.ts';
import { observeCurrentAccount } from '../../utils/vault/accounts.ts';
import { useObserved } from '../shared/hooks.ts';
import { MarksSwitch } from '../watching/MarksSwitch.tsx';
import { WatchSettings } from '../watching/WatchSettings.tsx';
import { AccountForm } from './AccountForm.tsx';
import './options.css';

/** The options page. */
export function Options() {
  const current = useObserved(observeCurrentAccount, []);
  const [grace, setGrace] = useState<number>();
  useEffect(() => void graceSeconds.getValue().then(setGrace), []);
  const newId = useRef(crypto.randomUUID());

  return (
    <main class="options">
      <h1>
        <img src="/icons/48.png" width={28} height={28} alt="" />
        {t('options_title')}
      </h1>
      {current !== undefined && grace !== undefined && (
        <AccountForm
          key={current.value?.account.id ?? newId.current}
          state={current.value}
          newId={newId.current}
          grace={grace}
        />
      )}
      <section class="options-part options-pages">
        <h2>{t('options_pages')}</h2>
        <WatchSettings />
        <MarksSwitch />
      </section>
    </main>
  );
}
