import { useEffect, useState } from 'preact/hooks';
import { ordinarySite } from '../../utils/accounts/ordinary-site.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Notice } from '../shared/Notice.tsx';

const QUIET_MS = 300;

/** Warns of own domains that look like ordinary sites. They may be right, so none is refused. */
export function OrdinaryNotice({ domains }: { readonly domains: readonly string[] }) {
  const [ordinary, setOrdinary] = useState<readonly string[]>([]);
  const typed = domains.join('\n');
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void Promise.all(domains.map(ordinarySite)).then((answers) => {
        if (!stale) setOrdinary(domains.filter((_, place) => answers[place]));
      });
    }, QUIET_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed]);
  if (ordinary.length === 0) return null;
  return (
    <Notice tone="warn" role="status">
      <p>
        {t('domains_ordinary', ordinary.length)}{' '}
        <span class="fixed">{ordinary.join(t('list_comma'))}</span>
      </p>
      <p>{t('domains_ordinary_next')}</p>
    </Notice>
  );
}
