import { useEffect, useId, useState } from 'preact/hooks';
import { formatSpan, t } from '../../utils/browser/i18n.ts';
import { type VaultSettings, vaultLocking } from '../../utils/settings/settings.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { Field } from '../shared/Field.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useSetting } from '../shared/use-setting.ts';
import './auto-lock.css';

/** The minutes to choose from; the current value is added to them. */
const MINUTES = [1, 5, 15, 30, 60, 240];

/** When the vault locks by itself. Saved at once. A locked setting shows its default. */
export function AutoLock() {
  const effective = useSetting(vaultLocking);
  const [settings, setSettings] = useState<VaultSettings>();
  const title = useId();
  const why = useId();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (effective !== undefined) setSettings(effective.value);
  }, [effective]);
  if (settings === undefined || effective === undefined) return null;
  const { locked } = effective;

  const save = (change: Partial<VaultSettings>) => {
    const next = { ...settings, ...change };
    setSettings(next);
    vaultLocking.save(next).then(
      () => setFailed(false),
      () => {
        setSettings(settings);
        setFailed(true);
      },
    );
  };

  return (
    <fieldset
      class="auto-lock"
      disabled={locked}
      aria-labelledby={title}
      aria-describedby={locked ? why : undefined}
    >
      <h3 id={title}>{t('auto_lock')}</h3>
      {locked && <SetByAdministrator id={why} />}
      <Field label={t('auto_lock_idle')} hint={t('auto_lock_idle_hint')}>
        {(links) => (
          <select
            {...links}
            class="input auto-lock-minutes"
            value={String(settings.idleMinutes)}
            onChange={({ currentTarget: { value } }) =>
              save({ idleMinutes: value === 'null' ? null : Number(value) })
            }
          >
            {offered(settings.idleMinutes).map((minutes) => (
              <option key={minutes} value={minutes}>
                {formatSpan(minutes * 60)}
              </option>
            ))}
            <option value="null">{t('auto_lock_never')}</option>
          </select>
        )}
      </Field>
      <Choice
        type="checkbox"
        name={t('auto_lock_screen')}
        checked={settings.withScreen}
        onChange={(withScreen) => save({ withScreen })}
      />
      <RunningJob value={settings.runningJob} onChange={(runningJob) => save({ runningJob })} />
      <StatusLine tone="bad" role="alert">
        {failed && t('fault_no_answer')}
      </StatusLine>
    </fieldset>
  );
}

function offered(minutes: number | null): readonly number[] {
  const all = minutes === null ? MINUTES : [...new Set([...MINUTES, minutes])];
  return all.toSorted((a, b) => a - b);
}

interface RunningJobProps {
  readonly value: VaultSettings['runningJob'];
  readonly onChange: (value: VaultSettings['runningJob']) => void;
}

const RUNNING_JOB = [
  { value: 'finish', name: 'auto_lock_finish', hint: 'auto_lock_finish_hint' },
  { value: 'pause', name: 'auto_lock_pause', hint: 'auto_lock_pause_hint' },
] as const;

/** What happens to a running job when the vault locks. */
function RunningJob({ value, onChange }: RunningJobProps) {
  const group = useId();
  return (
    <ChoiceGroup legend={t('auto_lock_job')}>
      {RUNNING_JOB.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          group={group}
          name={t(option.name)}
          hint={t(option.hint)}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </ChoiceGroup>
  );
}
