import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { OUTCOMES, type OutcomeCounts } from '../../utils/job/outcome.ts';
import { Badge } from '../shared/Badge.tsx';
import { OUTCOME_TEXTS, OUTCOME_TONES } from '../shared/reason-texts.ts';
import './counts.css';

/** The number of targets with each outcome, without outcomes that did not happen. */
export function Counts({ counts }: { readonly counts: OutcomeCounts }) {
  return (
    <span class="counts numbers">
      {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
        <Badge key={outcome} tone={OUTCOME_TONES[outcome]}>
          {t('outcome_count', [formatNumber(counts[outcome]), t(OUTCOME_TEXTS[outcome])])}
        </Badge>
      ))}
    </span>
  );
}
