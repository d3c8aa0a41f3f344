import { useEffect, useState } from 'preact/hooks';
import { formatMoment, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { compareSites, requestSites } from '../../utils/browser/permissions.ts';
import { sitePatterns } from '../../utils/browser/site-patterns.ts';
import { lentSites } from '../../utils/browser/unwatched-sites.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { targetName } from '../../utils/plan/target.ts';
import { checkJob } from '../../utils/proof/commands.ts';
import type { Presence } from '../../utils/proof/presence.ts';
import type { Checked } from '../../utils/proof/proofs.ts';
import { ActionLine } from '../shared/ActionLine.tsx';
import { Badge } from '../shared/Badge.tsx';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { ProofSection } from './ProofSection.tsx';
import { openWords, PRESENCES } from './proof-words.ts';
import './check-part.css';

/** The most images that are listed; others are only counted. */
const MOST_LISTED = 50;

export interface CheckPartProps {
  readonly plan: Plan;
  readonly checks: readonly Checked[];
}

/** Checks whether a job's images are gone, and lists those that are not or may not be. */
export function CheckPart({ plan, checks }: CheckPartProps) {
  const [state, setState] = useState<'checking' | 'failed'>();
  // Computed before the click: the browser accepts a permission request only directly from it.
  const [wanting, setWanting] = useState<readonly string[]>([]);
  useEffect(() => {
    void compareSites(sitesOf(plan)).then((found) => setWanting(found.wanting));
  }, [plan, checks.length]);

  const check = async () => {
    setState('checking');
    try {
      if (wanting.length > 0) {
        void lentSites.setValue([...wanting]);
        await requestSites(wanting);
      }
      await send(checkJob, { jobId: plan.id });
      setState(undefined);
    } catch {
      setState('failed');
    }
  };

  const counts = (Object.keys(PRESENCES) as readonly Presence[])
    .map((presence) => ({
      presence,
      count: checks.filter((one) => one.presence === presence).length,
    }))
    .filter(({ count }) => count > 0);
  const at = Math.max(...checks.map((one) => one.at));
  return (
    <ProofSection label={t('check_title')}>
      <ActionLine
        action={
          <Button disabled={state === 'checking'} onPress={() => void check()}>
            {t('check')}
          </Button>
        }
      >
        {state === 'checking'
          ? t('check_running', [String(checks.length), String(plan.targets.length)])
          : checks.length === 0 && <span class="quiet">{t('check_hint')}</span>}
        {counts.map(({ presence, count }) => (
          <Badge key={presence} tone={PRESENCES[presence].tone}>
            {t(PRESENCES[presence].name, count)}
          </Badge>
        ))}
        {checks.length > 0 && state !== 'checking' && (
          <span class="quiet numbers">{formatMoment(at)}</span>
        )}
      </ActionLine>
      {state === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('fault_no_answer')}</p>
        </Notice>
      )}
      {state !== 'checking' && <OpenChecks plan={plan} checks={checks} />}
    </ProofSection>
  );
}

/** Lists the images that are not known to be gone, with what is known about them. */
function OpenChecks({ plan, checks }: CheckPartProps) {
  const open = checks.filter(({ presence }) => presence !== 'gone');
  if (open.length === 0) return null;
  return (
    <details class="proof-open">
      <summary>{t('check_open', open.length)}</summary>
      <ul>
        {open.slice(0, MOST_LISTED).map((one) => (
          <li key={one.target}>
            <span class="fixed">{nameOf(plan, one.target)}</span> {openWords(one)}
          </li>
        ))}
      </ul>
      {open.length > MOST_LISTED && <p>{t('check_more', open.length - MOST_LISTED)}</p>}
    </details>
  );
}

function nameOf(plan: Plan, index: number): string {
  const target = plan.targets[index];
  return target === undefined ? '' : targetName(target);
}

/** @returns The sites of a plan's addresses, as match patterns. */
function sitesOf(plan: Plan): readonly string[] {
  return sitePatterns(
    plan.targets.flatMap((target) => (target.by === 'url' ? [target.shown ?? target.address] : [])),
  );
}
