import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { ListFilter } from '../shared/ListFilter.tsx';
import { kindName, standingName } from './describe-item.ts';
import { type Filter, NO_VIDEO, ORDERS, type Order, offered } from './filter.ts';
import './review-filters.css';

const ORDER_NAMES: Readonly<Record<Order, MessageKey>> = {
  found: 'order_found',
  name: 'order_name',
  kind: 'order_kind',
  host: 'order_host',
  video: 'order_video',
};

export interface ReviewFiltersProps {
  readonly items: readonly Item[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** More choices of how the list is shown. */
  readonly children: ComponentChildren;
}

/** The filters and the order of a list. Only filters with more than one value are shown. */
export function ReviewFilters({ items, filter, onFilter, children }: ReviewFiltersProps) {
  const { kinds, standings, hosts, videos } = useMemo(() => offered(items), [items]);
  const { kind, standing, host, video, order, words } = filter;
  const change = (
    changed: Partial<Record<'kind' | 'standing' | 'host' | 'video', string | undefined>>,
  ) => {
    const all = { kind, standing, host, video, ...changed };
    const set = Object.entries(all).filter(([, value]) => value !== undefined);
    onFilter({ words, order, ...(Object.fromEntries(set) as Partial<Filter>) });
  };
  const ofVideos = videos.some((one) => one !== NO_VIDEO);
  if (items.length < 2) return null;
  return (
    <div class="review-filters">
      {(kinds.length > 1 || kind !== undefined) && (
        <ListFilter
          label={t('filter_kind')}
          any={t('filter_kind_any')}
          options={kinds.map((value) => ({ value, name: kindName(value) }))}
          chosen={kind}
          onChoose={(value) => change({ kind: value })}
        />
      )}
      {(standings.length > 1 || standing !== undefined) && (
        <ListFilter
          label={t('filter_standing')}
          any={t('filter_standing_any')}
          options={standings.map((value) => ({ value, name: standingName(value) }))}
          chosen={standing}
          onChoose={(value) => change({ standing: value })}
        />
      )}
      {(hosts.length > 1 || host !== undefined) && (
        <ListFilter
          label={t('filter_host')}
          any={t('filter_host_any')}
          options={hosts.map((value) => ({ value, name: value }))}
          chosen={host}
          onChoose={(value) => change({ host: value })}
        />
      )}
      {(videos.length > 1 || video !== undefined) && (
        <ListFilter
          label={t('filter_video')}
          any={t('filter_video_any')}
          options={[...new Set([...(video === undefined ? [] : [video]), ...videos])].map(
            (value) => ({
              value,
              name: value === NO_VIDEO ? t('group_no_video') : value,
            }),
          )}
          chosen={video}
          onChoose={(value) => change({ video: value })}
        />
      )}
      <ListFilter<Exclude<Order, 'found'>>
        label={t('order')}
        any={t(ORDER_NAMES.found)}
        options={ORDERS.filter((one) => one !== 'found')
          .filter((one) => one !== 'video' || ofVideos || order === 'video')
          .map((value) => ({ value, name: t(ORDER_NAMES[value]) }))}
        chosen={order === 'found' ? undefined : order}
        onChoose={(value) => onFilter({ ...filter, order: value ?? 'found' })}
      />
      {children}
    </div>
  );
}
