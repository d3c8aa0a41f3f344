import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { listedAs } from '../../utils/plan/listed.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { pictureOf, type Target, targetName } from '../../utils/plan/target.ts';
import { shortName } from '../collection/describe-item.ts';
import { Badge } from '../shared/Badge.tsx';
import { Cell } from '../shared/Cell.tsx';
import { Grid } from '../shared/Grid.tsx';
import { factsOfImage } from '../shared/image-facts.ts';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import { isCover, type Said } from './covers.ts';
import { TYPE_NAMES } from './image-types.ts';
import './plan-targets.css';

const GUESSED_HEIGHT = 56;

export interface PlanTargetsProps {
  readonly plan: Plan;
  readonly said: Said;
}

/** All targets of the plan, with what VOD says about them. Closed at first. */
export function PlanTargets({ plan, said }: PlanTargetsProps) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const { targets } = plan;
  return (
    <details class="plan-targets" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('plan_targets', targets.length)}</summary>
      {open && (
        <div class="plan-targets-list">
          <Grid
            label={t('plan_targets_list')}
            count={targets.length}
            rowHeight={GUESSED_HEIGHT}
            measured
            active={active}
            onMove={setActive}
            rowName={(at) => rowName(targets[at], said)}
            cells={(at) => {
              const target = targets[at];
              return target === undefined ? null : <Cells target={target} said={said} />;
            }}
          />
        </div>
      )}
    </details>
  );
}

function Cells({ target, said }: { readonly target: Target; readonly said: Said }) {
  const name = targetName(target);
  const facts = factsOf(target, said);
  return (
    <>
      <Cell>
        <Thumbnail
          address={pictureOf(target)}
          without={target.by === 'video' ? 'video' : 'id'}
          own
        />
      </Cell>
      <Cell class="plan-target">
        <span class={target.by === 'url' ? undefined : 'fixed'} title={name}>
          {shortName(name)}
        </span>
        <span class="plan-target-facts numbers">
          {isCover(target, said) && <Badge tone="warn">{t('kind_cover')}</Badge>}
          {facts.join(' · ')}
        </span>
      </Cell>
    </>
  );
}

function rowName(target: Target | undefined, said: Said): string {
  if (target === undefined) return '';
  const cover = isCover(target, said) ? [t('kind_cover')] : [];
  return [targetName(target), ...cover, ...factsOf(target, said)].join(t('list_comma'));
}

/** @returns What is known about a target besides its name, in the order of the row. */
function factsOf(target: Target, said: Said): readonly string[] {
  if (target.by === 'video')
    return [target.types.map((type) => t(TYPE_NAMES[type])).join(t('list_comma'))];
  if (target.by === 'url') {
    const videoId = target.snapshot?.videoId;
    return [
      URL.parse(target.address)?.host ?? '',
      ...(videoId === undefined ? [] : [t('review_row_video', [videoId])]),
      ...listingOf(target, said),
    ];
  }
  const known = said.images[target.imageId];
  return known === undefined ? [t('plan_target_unasked')] : factsOfImage(known);
}

/** @returns The type as which VOD lists a snapshot, in words. */
function listingOf(target: Target, { listed }: Said): readonly string[] {
  const type = listedAs(target, listed);
  if (type === undefined) return [];
  return [type === 'not-listed' ? t('plan_target_not_listed') : t(TYPE_NAMES[type])];
}
