import { t } from '../../utils/browser/i18n.ts';
import type { KeptDays } from '../../utils/settings/settings.ts';

/** @returns How long jobs are kept, in words. */
export function keptWords(days: KeptDays): string {
  if (days === 0) return t('kept_ever');
  return days === 365 ? t('kept_year') : t('kept_days', days);
}
