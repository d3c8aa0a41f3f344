import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import { collectedGone } from '../../utils/history/collected-gone.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { ActionLine } from '../shared/ActionLine.tsx';
import { Button } from '../shared/Button.tsx';
import { useStored } from '../shared/hooks.ts';
import type { ReasonsProps } from './Reasons.tsx';

export interface CollectedGoneProps extends ReasonsProps {
  readonly plan: Plan;
}

/** Offers to remove from the collection what an ended job has deleted. */
export function CollectedGone({ job, plan, outcomes }: CollectedGoneProps) {
  const [said, setSaid] = useState<string>();
  const collected = useStored('collected', () => openCollected().items(), []).value ?? [];
  if (job.state !== 'ended') return null;
  const gone = collectedGone(plan, outcomes, collected);
  if (gone.length === 0 && said === undefined) return null;
  const remove = () =>
    openCollected()
      .remove(gone)
      .then(
        () => setSaid(t('review_removed', gone.length)),
        () => setSaid(t('review_action_failed')),
      );
  return (
    <ActionLine
      quiet
      action={
        gone.length > 0 && (
          <Button onPress={() => void remove()}>{t('job_collected_remove')}</Button>
        )
      }
    >
      {said ?? t('job_collected', gone.length)}
    </ActionLine>
  );
}
