import { useId } from 'preact/hooks';
import { LARGEST_JOB } from '../../utils/accounts/account.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Field } from '../shared/Field.tsx';
import type { FormPart } from './form-part.ts';

/** What an account may do at most. */
export function LimitsPart({ fields, change, faultOf }: FormPart) {
  const hint = useId();
  return (
    <div class="editor-part">
      <h4>{t('options_limits')}</h4>
      <Field
        label={t('field_largest_job')}
        hint={t('field_largest_job_hint')}
        fault={faultOf('largestJob')}
      >
        {(links) => (
          <input
            {...links}
            class="input options-number numbers"
            type="number"
            min={1}
            max={LARGEST_JOB}
            autocomplete="off"
            value={fields.largestJob}
            onInput={(event) => change('largestJob', event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="choice">
        <input
          type="checkbox"
          checked={fields.byVideo}
          aria-describedby={hint}
          onChange={(event) => change('byVideo', event.currentTarget.checked)}
        />
        <span class="choice-text">
          <span class="choice-name">{t('field_by_video')}</span>
          <span class="choice-hint" id={hint}>
            {t('field_by_video_hint')}
          </span>
        </span>
      </label>
    </div>
  );
}
