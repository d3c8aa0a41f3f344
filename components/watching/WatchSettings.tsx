import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { removeSites } from '../../utils/browser/permissions.ts';
import {
  choiceOf,
  singleSites,
  siteName,
  watchEverySite,
  watchNothing,
  watchSingleSites,
} from '../../utils/collection/watch-choice.ts';
import { Choices } from './Choices.tsx';
import { SiteField } from './SiteField.tsx';
import { useSites } from './use-sites.ts';

/** When pages are looked at, at large: the three choices, and the list of watched sites. */
export function WatchSettings() {
  const sites = useSites();
  const [choosing, setChoosing] = useState(false);
  if (sites === undefined) return null;
  const single = singleSites(sites);
  const granted = choiceOf(sites);
  const choice = granted === 'click' && choosing ? 'site' : granted;

  return (
    <Choices
      choice={choice}
      site={{ name: t('watch_sites'), hint: t('watch_sites_hint'), possible: true }}
      choose={(next) => {
        setChoosing(next === 'site');
        if (next === 'every') return watchEverySite();
        return next === 'site' ? watchSingleSites(sites) : watchNothing(sites);
      }}
    >
      {choice === 'site' && <SiteField sites={sites} />}
      {choice !== 'click' && single.length > 0 && (
        <ul class="sites" aria-label={t('sites_title')}>
          {single.map((site) => (
            <li key={site} class="sites-row">
              <span class="sites-name">{siteName(site)}</span>
              <button
                type="button"
                class="button"
                aria-label={t('sites_remove_one', [siteName(site)])}
                onClick={() => void removeSites([site])}
              >
                {t('sites_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Choices>
  );
}
