import { observeAccounts } from '../../../utils/accounts/observe-state.ts';
import { t } from '../../../utils/browser/i18n.ts';
import { useAskedSites, useManaged } from '../../accounts/use-managed.ts';
import { Demo } from '../../demo/Demo.tsx';
import { useObserved } from '../../shared/hooks.ts';
import { SitesAsked } from '../../watching/SitesAsked.tsx';
import { useSites } from '../../watching/use-sites.ts';
import { WatchSettings } from '../../watching/WatchSettings.tsx';
import { WelcomeAccount } from './WelcomeAccount.tsx';
import { WelcomePart } from './WelcomePart.tsx';
import './welcome.css';

/** The page that opens once, after the installation. */
export function Welcome() {
  const managed = useManaged();
  const accounts = useObserved(observeAccounts, [])?.value;
  const asked = useAskedSites(managed, useSites()).wanting;
  if (managed === undefined || accounts === undefined) return null;
  return (
    <main class="welcome">
      <h1>
        <img src="/icons/48.png" width={28} height={28} alt="" />
        {t('welcome_title')}
      </h1>
      <p>{t('welcome_lead')}</p>
      <SitesAsked sites={asked} />
      <WatchSettings managed={managed} />
      {!managed.locked.has('watching') && <p class="quiet">{t('welcome_later')}</p>}
      <WelcomeAccount state={accounts} locked={managed.locked.has('accounts')} />
      <Demo managed={managed} />
      <WelcomePart title={t('welcome_use')}>
        <p>{t('welcome_use_how')}</p>
        <p class="quiet">{t('welcome_use_pin')}</p>
      </WelcomePart>
    </main>
  );
}
