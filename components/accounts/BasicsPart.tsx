import { t } from '../../utils/browser/i18n.ts';
import { REGIONS } from '../../utils/vod/regions.ts';
import { Field } from '../shared/Field.tsx';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { ColourField } from './ColourField.tsx';
import { EditorPart } from './EditorPart.tsx';
import type { FormPart } from './form-part.ts';
import { regionName } from './regions.ts';

/** The fields for the name, colour and region of an account. */
export function BasicsPart({ fields, change, faultOf }: FormPart) {
  return (
    <EditorPart>
      <TwoColumns>
        <Field label={t('field_name')} hint={t('field_name_hint')} fault={faultOf('name')}>
          {(links) => (
            <input
              {...links}
              class="input"
              type="text"
              autocomplete="off"
              value={fields.name}
              onInput={(event) => change('name', event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('field_region')} hint={t('field_region_hint')} fault={faultOf('region')}>
          {(links) => (
            <select
              {...links}
              class="input"
              value={fields.region}
              onChange={(event) => change('region', event.currentTarget.value)}
            >
              {REGIONS.map((region) => (
                <option key={region} value={region}>
                  {regionName(region)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </TwoColumns>
      <ColourField value={fields.colour} onChange={(colour) => change('colour', colour)} />
    </EditorPart>
  );
}
