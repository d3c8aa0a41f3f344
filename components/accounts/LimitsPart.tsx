import { LARGEST_JOB } from '../../utils/accounts/account.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Choice } from '../shared/Choice.tsx';
import { Field } from '../shared/Field.tsx';
import { EditorPart } from './EditorPart.tsx';
import type { FormPart } from './form-part.ts';

/** The fields for the limits of an account. */
export function LimitsPart({ fields, change, faultOf }: FormPart) {
  return (
    <EditorPart title={t('options_limits')}>
      <Field
        label={t('field_largest_job')}
        hint={t('field_largest_job_hint')}
        fault={faultOf('largestJob')}
      >
        {(links) => (
          <input
            {...links}
            class="input input-number numbers"
            type="number"
            min={1}
            max={LARGEST_JOB}
            autocomplete="off"
            value={fields.largestJob}
            onInput={(event) => change('largestJob', event.currentTarget.value)}
          />
        )}
      </Field>
      <Choice
        type="checkbox"
        name={t('field_by_video')}
        hint={t('field_by_video_hint')}
        checked={fields.byVideo}
        onChange={(byVideo) => change('byVideo', byVideo)}
      />
    </EditorPart>
  );
}
