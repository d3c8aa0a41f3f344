import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { sitePattern } from '../../utils/collection/site-patterns.ts';
import {
  choiceOf,
  siteName,
  watchEverySite,
  watchNothing,
  watchSite,
} from '../../utils/collection/watch-choice.ts';
import { Choices } from './Choices.tsx';
import { MarksSwitch } from './MarksSwitch.tsx';
import { useReviewedAddress, useSites } from './use-sites.ts';

const STATES = {
  click: 'watch_state_click',
  site: 'watch_state_site',
  every: 'watch_state_every',
} as const;

/** Says whether the reviewed page is watched, and opens to change that and the marks. */
export function WatchPanel() {
  const sites = useSites();
  const address = useReviewedAddress(sites);
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (sites === undefined) return null;
  const choice = choiceOf(sites, address ?? '');
  const site = sitePattern(address ?? '');

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
      </button>
      <div id={panel} class="watch-panel" hidden={!open}>
        <Choices
          choice={choice}
          site={{
            name: t('watch_site'),
            hint: site === undefined ? t('watch_no_site') : t('watch_site_hint', [siteName(site)]),
            possible: site !== undefined,
          }}
          choose={(next) => {
            if (next === 'every') return watchEverySite();
            if (next === 'site') return watchSite(address ?? '', sites);
            return watchNothing(sites, address);
          }}
        />
        <MarksSwitch />
      </div>
    </div>
  );
}
