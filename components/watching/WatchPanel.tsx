import { useId, useState } from 'preact/hooks';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import { t } from '../../utils/browser/i18n.ts';
import { sitePattern } from '../../utils/browser/site-patterns.ts';
import { marks } from '../../utils/settings/settings.ts';
import {
  choiceOf,
  ownSites,
  siteName,
  watchEverySite,
  watchNothing,
  watchOnlyAsked,
  watchSite,
} from '../../utils/watching/watch-choice.ts';
import { useAskedSites } from '../accounts/use-managed.ts';
import { SwitchSetting } from '../settings/SwitchSetting.tsx';
import { SitesAsked } from './SitesAsked.tsx';
import { useReviewedAddress, useSites } from './use-sites.ts';
import { WatchChoices } from './WatchChoices.tsx';
import './watch-panel.css';

const STATES = {
  click: 'watch_state_click',
  site: 'watch_state_site',
  every: 'watch_state_every',
} as const;

/** Says whether the reviewed page is watched. It opens to change that, and the marks. */
export function WatchPanel({ managed }: { readonly managed: ManagedSettings }) {
  const sites = useSites();
  const address = useReviewedAddress(sites);
  const asked = useAskedSites(managed, sites).wanting;
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (sites === undefined) return null;
  const choice = choiceOf(sites, address ?? '');
  const site = sitePattern(address ?? '');
  const locked = managed.locked.has('watching');

  return (
    <div class="watch">
      <button
        type="button"
        class={choice === 'click' ? 'watch-state' : 'watch-state watch-state-on'}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t(STATES[choice])}
        {asked.length > 0 && <span class="watch-asked">{t('managed_sites', asked.length)}</span>}
      </button>
      <div id={panel} class="watch-panel" hidden={!open}>
        <SitesAsked sites={asked} />
        <WatchChoices
          choice={choice}
          site={{
            name: t('watch_site'),
            hint: site === undefined ? t('watch_no_site') : t('watch_site_hint', [siteName(site)]),
            possible: site !== undefined,
          }}
          locked={
            locked ? { othersGranted: ownSites(sites, managed.watchedSites).length > 0 } : undefined
          }
          choose={(next) => {
            if (locked) return watchOnlyAsked(sites, managed.watchedSites);
            if (next === 'every') return watchEverySite();
            if (next === 'site') return watchSite(address ?? '', sites);
            return watchNothing(sites, address);
          }}
        />
        <SwitchSetting setting={marks} name="marks_switch" hint="marks_switch_hint" />
      </div>
    </div>
  );
}
