import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { LONGEST_GRACE, grace as setting } from '../../utils/settings/settings.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Field } from '../shared/Field.tsx';
import { useSetting } from '../shared/use-setting.ts';
import '../shared/button.css';

/** The setting of the seconds before a job's first call. A locked setting shows its default. */
export function GracePart() {
  const effective = useSetting(setting);
  const [grace, setGrace] = useState<string>();
  const [outcome, setOutcome] = useState<'saved' | 'failed' | 'faulty'>();
  useEffect(() => {
    if (effective !== undefined) setGrace(String(effective.value));
  }, [effective?.value]);
  if (grace === undefined || effective === undefined) return null;
  const { locked } = effective;

  const save = () => {
    const typed = grace.trim();
    const seconds = Number(typed);
    if (!/^\d{1,3}$/.test(typed) || seconds > LONGEST_GRACE) return setOutcome('faulty');
    setting.save(seconds).then(
      () => setOutcome('saved'),
      () => setOutcome('failed'),
    );
  };
  const fault: MessageKey | undefined =
    outcome === 'faulty' ? 'fault_grace' : outcome === 'failed' ? 'options_save_failed' : undefined;
  return (
    <form
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t('field_grace')}
        hint={
          <>
            {t('field_grace_hint')}
            {locked && <SetByAdministrator />}
          </>
        }
        fault={fault === undefined ? undefined : t(fault, [String(LONGEST_GRACE)])}
      >
        {(links) => (
          <ButtonRow>
            <input
              {...links}
              class="input input-number numbers"
              type="number"
              min={0}
              max={LONGEST_GRACE}
              value={grace}
              disabled={locked}
              onInput={(event) => {
                setGrace(event.currentTarget.value);
                setOutcome(undefined);
              }}
            />
            <button type="submit" class="button" disabled={locked}>
              {t('field_grace_save')}
            </button>
            <span class="quiet" role="status">
              {outcome === 'saved' && t('options_saved')}
            </span>
          </ButtonRow>
        )}
      </Field>
    </form>
  );
}
