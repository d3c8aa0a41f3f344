import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatMoment, t } from '../../utils/browser/i18n.ts';
import type { TargetOutcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { pictureOf, type Target, targetName } from '../../utils/plan/target.ts';
import { shortName } from '../collection/describe-item.ts';
import { TYPE_NAMES } from '../plan/image-types.ts';
import { Badge } from '../shared/Badge.tsx';
import { Cell } from '../shared/Cell.tsx';
import { CutName } from '../shared/CutName.tsx';
import { Grid } from '../shared/Grid.tsx';
import { OUTCOME_TEXTS, OUTCOME_TONES, REASON_TEXTS } from '../shared/reason-texts.ts';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import './outcome-list.css';

const GUESSED_HEIGHT = 62;

export interface OutcomeListProps {
  readonly plan: Plan;
  readonly outcomes: readonly TargetOutcome[];
  /** The positions of the shown targets. */
  readonly shown: readonly number[];
}

/** The targets of a job, in the plan’s order: outcome, RequestId, time and reason of each. */
export function OutcomeList({ plan, outcomes, shown }: OutcomeListProps) {
  // The active row is stored as its target, since a filter moves rows.
  const [target, setTarget] = useState<number>();
  useEffect(() => setTarget(undefined), [plan.id]);
  const active = target === undefined ? -1 : shown.indexOf(target);
  const byTarget = useMemo(() => new Map(outcomes.map((one) => [one.target, one])), [outcomes]);
  const at = (row: number): CellsProps | undefined => {
    const position = shown[row] ?? -1;
    const held = plan.targets[position];
    return held === undefined ? undefined : { target: held, end: byTarget.get(position) };
  };
  return (
    <div class="job-outcomes">
      <Grid
        label={t('outcomes_list')}
        count={shown.length}
        rowHeight={GUESSED_HEIGHT}
        measured
        active={active < 0 ? undefined : active}
        onMove={(row) => setTarget(shown[row])}
        rowName={(row) => {
          const one = at(row);
          return one === undefined ? '' : nameOf(one.target, one.end);
        }}
        cells={(row) => {
          const one = at(row);
          return one === undefined ? null : <Cells {...one} />;
        }}
      />
    </div>
  );
}

function nameOf(target: Target, end: TargetOutcome | undefined): string {
  const parts = [targetName(target), outcomeWord(end)];
  if (end?.reason !== undefined) parts.push(t(REASON_TEXTS[end.reason.kind].happened));
  return parts.join(', ');
}

function outcomeWord(end: TargetOutcome | undefined): string {
  return end === undefined ? t('outcome_open') : t(OUTCOME_TEXTS[end.outcome]);
}

interface CellsProps {
  readonly target: Target;
  readonly end: TargetOutcome | undefined;
}

function Cells({ target, end }: CellsProps) {
  const name = targetName(target);
  const gone = end?.outcome === 'deleted' || end?.outcome === 'already-gone';
  const reason = end?.reason;
  return (
    <>
      <Cell>
        <Thumbnail
          address={gone ? undefined : pictureOf(target)}
          without={gone ? 'deleted' : target.by === 'video' ? 'video' : 'id'}
          own
        />
      </Cell>
      <Cell class="outcome">
        <span class="outcome-line">
          <CutName
            name={shortName(name)}
            title={name}
            {...(target.by !== 'url' && { class: 'fixed' })}
          />
          <Badge tone={end === undefined ? 'calm' : OUTCOME_TONES[end.outcome]}>
            {outcomeWord(end)}
          </Badge>
        </span>
        {target.by === 'id' && target.title !== undefined && target.title !== '' && (
          <span class="outcome-facts">{target.title}</span>
        )}
        {target.by === 'video' && (
          <span class="outcome-facts">
            {target.types.map((type) => t(TYPE_NAMES[type])).join(t('list_comma'))}
          </span>
        )}
        {reason !== undefined && (
          <span>
            {t('sentences', [
              t(REASON_TEXTS[reason.kind].happened),
              t(REASON_TEXTS[reason.kind].next),
            ])}
          </span>
        )}
        {end !== undefined && (
          <span class="outcome-facts numbers">
            {end.requestId !== undefined && (
              <span>
                {t('outcome_request_id')} <span class="fixed">{end.requestId}</span>
              </span>
            )}
            <span>{formatMoment(end.at)}</span>
          </span>
        )}
        {reason?.code !== undefined && (
          <span class="outcome-code">
            <span class="fixed">{reason.code}</span>
            {reason.message !== undefined && reason.message !== '' && ` · ${reason.message}`}
          </span>
        )}
      </Cell>
    </>
  );
}
