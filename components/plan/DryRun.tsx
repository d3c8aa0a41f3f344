import { useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { dryRun, requestText } from '../../utils/plan/dry-run.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { Button } from '../shared/Button.tsx';
import { copyLines } from '../shared/take-away.ts';
import '../shared/input.css';
import './dry-run.css';

/** The highest number of requests on the screen; the copy has all. */
const MOST_SHOWN = 20;

/** The requests of a plan, to read and to copy. It has no way to send them. */
export function DryRun({ plan }: { readonly plan: Plan }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="dry-run"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('dry_run')}</summary>
      {open && <Requests plan={plan} />}
    </details>
  );
}

function Requests({ plan }: { readonly plan: Plan }) {
  const [said, setSaid] = useState('');
  const texts = useMemo(() => dryRun(plan, Date.now()).map(requestText), [plan]);
  const copy = () =>
    copyLines([texts.join('\n\n')]).then(
      () => setSaid(t('dry_run_copied', texts.length)),
      () => setSaid(t('review_action_failed')),
    );
  return (
    <>
      <p class="quiet">{t('dry_run_hint')}</p>
      <textarea
        class="input dry-run-requests"
        readOnly
        rows={8}
        aria-label={t('dry_run')}
        value={texts.slice(0, MOST_SHOWN).join('\n\n')}
      />
      {texts.length > MOST_SHOWN && <p>{t('check_more', texts.length - MOST_SHOWN)}</p>}
      <div class="dry-run-foot">
        <Button onPress={() => void copy()}>{t('dry_run_copy')}</Button>
        <span role="status" class="quiet">
          {said}
        </span>
      </div>
    </>
  );
}
