import { t } from '../../../utils/browser/i18n.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { Badge } from '../../shared/Badge.tsx';
import { isUncheckedId, standingKnown, standingName } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';

export interface StandingBadgeProps {
  readonly item: Item;
  readonly known: Known | undefined;
}

/** The standing of an item, with a hint when it cannot be deleted; or that it is gone. */
export function StandingBadge({ item, known }: StandingBadgeProps) {
  if (known?.gone === true) return <Badge tone="bad">{t('review_gone')}</Badge>;
  const standing = standingKnown(item, known);
  const mine = standing === 'mine';
  return (
    <Badge
      tone={mine ? 'good' : 'warn'}
      hint={mine || isUncheckedId(item) ? undefined : t('review_row_not_mine')}
    >
      {standingName(standing)}
    </Badge>
  );
}
