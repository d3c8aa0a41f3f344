import { t } from '../../utils/browser/i18n.ts';
import { holdsAll, wordsOf } from '../../utils/history/job-texts.ts';
import type { Outcome, TargetOutcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { type Target, targetName } from '../../utils/plan/target.ts';
import { REASON_TEXTS } from '../shared/reason-texts.ts';

/** Which targets of a job are shown. `open` means those without an outcome yet. */
export interface OutcomeFilter {
  readonly words: string;
  readonly outcome?: Outcome | 'open' | undefined;
}

/** Shows every target. */
export const ALL_OUTCOMES: OutcomeFilter = { words: '' };

/** @returns The positions of the targets that fit a filter, in the order of the plan. */
export function fittingTargets(
  { targets }: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
  { words, outcome }: OutcomeFilter,
): readonly number[] {
  const all = [...targets.keys()];
  const wanted = wordsOf(words);
  if (wanted.length === 0 && outcome === undefined) return all;
  const byTarget = new Map(outcomes.map((one) => [one.target, one]));
  return all.filter((index) => {
    const end = byTarget.get(index);
    if (outcome !== undefined && (end?.outcome ?? 'open') !== outcome) return false;
    const target = targets[index];
    return target !== undefined && (wanted.length === 0 || holdsAll(textOf(target, end), wanted));
  });
}

function textOf(target: Target, end: TargetOutcome | undefined): string {
  const reason = end?.reason;
  const said = reason === undefined ? '' : t(REASON_TEXTS[reason.kind].happened);
  return [
    targetName(target),
    target.found?.page,
    end?.requestId,
    reason?.code,
    reason?.message,
    said,
  ]
    .join('\n')
    .toLowerCase();
}
