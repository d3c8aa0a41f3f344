import { useMemo } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { foreignHosts } from './foreign-hosts.ts';

const NAMED = 3;

/** Says how many images cannot be deleted because of their domain, and what to do. */
export function NotMineNotice({ items }: { readonly items: readonly Item[] }) {
  const hosts = useMemo(() => foreignHosts(items), [items]);
  if (hosts.length === 0) return null;
  const images = hosts.reduce((sum, [, count]) => sum + count, 0);
  const named = hosts.slice(0, NAMED).map(([host]) => host);
  const more = hosts.length - named.length;
  return (
    <Notice tone="warn">
      <p>
        {t('review_not_mine', images)}{' '}
        <span class="fixed" title={named.join('\n')}>
          {named.map(shortHost).join(', ')}
        </span>
        {more > 0 && ` ${t('review_more_hosts', more)}`}{' '}
        <Button look="link" onPress={() => void openOptions()}>
          {t('review_add_domain')}
        </Button>
      </p>
    </Notice>
  );
}

/** @returns A host, with the middle of a bucket's long name left out. */
function shortHost(host: string): string {
  const [name = '', ...rest] = host.split('.');
  return name.length <= 24 ? host : [`${name.slice(0, 10)}…${name.slice(-4)}`, ...rest].join('.');
}
