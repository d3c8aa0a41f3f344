import { t } from '../../utils/browser/i18n.ts';
import { FindDomains } from '../rights/FindDomains.tsx';
import { Field } from '../shared/Field.tsx';
import { EditorPart } from './EditorPart.tsx';
import { typedDomains } from './form.ts';
import type { FormPart } from './form-part.ts';
import { OrdinaryNotice } from './OrdinaryNotice.tsx';

export interface DomainsPartProps extends FormPart {
  /** The id of the account that asks VOD; absent until it is saved and can sign. */
  readonly askWith: string | undefined;
}

/** The field for the account's own domains and buckets, typed or found by VOD. */
export function DomainsPart({ fields, change, faultOf, askWith }: DomainsPartProps) {
  const typed = typedDomains(fields.domains);
  return (
    <EditorPart>
      <Field label={t('field_domains')} hint={t('field_domains_hint')} fault={faultOf('domains')}>
        {(links) => (
          <textarea
            {...links}
            class="input fixed"
            rows={4}
            spellcheck={false}
            autocomplete="off"
            placeholder="img.example.com"
            value={fields.domains}
            onInput={(event) => change('domains', event.currentTarget.value)}
          />
        )}
      </Field>
      <OrdinaryNotice domains={typed} />
      <FindDomains
        askWith={askWith}
        typed={typed}
        onAdd={(domains) => change('domains', [...typed, ...domains].join('\n'))}
      />
    </EditorPart>
  );
}
