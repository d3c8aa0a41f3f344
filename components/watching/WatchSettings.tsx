import { useState } from 'preact/hooks';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import { t } from '../../utils/browser/i18n.ts';
import { removeSites } from '../../utils/browser/permissions.ts';
import {
  choiceOf,
  ownSites,
  singleSites,
  siteName,
  watchEverySite,
  watchNothing,
  watchOnlyAsked,
  watchSingleSites,
} from '../../utils/watching/watch-choice.ts';
import { Badge } from '../shared/Badge.tsx';
import { Button } from '../shared/Button.tsx';
import { SiteField } from './SiteField.tsx';
import { useSites } from './use-sites.ts';
import { WatchChoices } from './WatchChoices.tsx';
import './watch-settings.css';

/** The settings of which pages are spotted: the three choices, and the watched sites. */
export function WatchSettings({ managed }: { readonly managed: ManagedSettings }) {
  const sites = useSites();
  const [choosing, setChoosing] = useState(false);
  if (sites === undefined) return null;
  const single = singleSites(sites);
  const askedFor = managed.watchedSites;
  const locked = managed.locked.has('watching');
  const granted = choiceOf(sites);
  const choice = granted === 'click' && choosing && !locked ? 'site' : granted;

  return (
    <WatchChoices
      choice={choice}
      site={{ name: t('watch_sites'), hint: t('watch_sites_hint'), possible: true }}
      locked={locked ? { othersGranted: ownSites(sites, askedFor).length > 0 } : undefined}
      choose={(next) => {
        setChoosing(next === 'site');
        if (locked) return watchOnlyAsked(sites, askedFor);
        if (next === 'every') return watchEverySite();
        return next === 'site' ? watchSingleSites(sites) : watchNothing(sites);
      }}
    >
      {choice === 'site' && !locked && <SiteField sites={sites} />}
      {choice !== 'click' && single.length > 0 && (
        <ul class="sites" aria-label={t('sites_title')}>
          {single.map((site) => (
            <li key={site} class="sites-row">
              <span class="sites-name">{siteName(site)}</span>
              {askedFor.includes(site) && <Badge>{t('managed_site')}</Badge>}
              {!(locked && askedFor.includes(site)) && (
                <Button
                  label={t('sites_remove_one', [siteName(site)])}
                  onPress={() => void removeSites([site])}
                >
                  {t('sites_remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </WatchChoices>
  );
}
