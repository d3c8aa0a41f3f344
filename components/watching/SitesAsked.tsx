import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { requestSites } from '../../utils/browser/permissions.ts';
import { siteNames } from '../accounts/managed-words.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import './sites-asked.css';

/** Lists the sites that an administrator wants to watch, and requests them all at once. */
export function SitesAsked({ sites }: { readonly sites: readonly string[] }) {
  const [state, setState] = useState<'asking' | 'refused'>();
  if (sites.length === 0) return null;
  // Browsers accept the request only directly from a click.
  const press = () => {
    setState('asking');
    requestSites(sites).then(
      (granted) => setState(granted ? undefined : 'refused'),
      () => setState('refused'),
    );
  };
  return (
    <Notice
      title={t('managed_sites', sites.length)}
      actions={
        <Button look="main" disabled={state === 'asking'} onPress={press}>
          {t('managed_sites_allow')}
        </Button>
      }
    >
      <p class="sites-asked">{siteNames(sites)}</p>
      <p>{t('managed_sites_hint')}</p>
      <p role="status" class="managed-said">
        {state === 'refused' && t('watch_refused')}
      </p>
    </Notice>
  );
}
