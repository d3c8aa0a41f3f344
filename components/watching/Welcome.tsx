import { t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { Button } from '../shared/Button.tsx';
import { WatchSettings } from './WatchSettings.tsx';
import './watching.css';

/** What is shown once, after the installation. */
export function Welcome() {
  return (
    <main class="welcome">
      <h1>
        <img src="/icons/48.png" width={28} height={28} alt="" />
        {t('welcome_title')}
      </h1>
      <p>{t('welcome_lead')}</p>
      <WatchSettings />
      <p class="quiet">{t('welcome_later')}</p>
      <section class="welcome-next">
        <h2>{t('welcome_account')}</h2>
        <p>{t('welcome_account_why')}</p>
        <div>
          <Button look="main" onPress={() => void openOptions()}>
            {t('welcome_options')}
          </Button>
        </div>
      </section>
    </main>
  );
}
