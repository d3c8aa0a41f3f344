import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Badge } from '../shared/Badge.tsx';
import { isUncheckedId, standingName } from './describe-item.ts';

/** Whose an item is, and what follows from it where it is not the account's. */
export function StandingBadge({ item }: { readonly item: Item }) {
  const mine = item.standing === 'mine';
  return (
    <Badge
      tone={mine ? 'good' : 'warn'}
      hint={mine || isUncheckedId(item) ? undefined : t('review_row_not_mine')}
    >
      {standingName(item.standing)}
    </Badge>
  );
}
