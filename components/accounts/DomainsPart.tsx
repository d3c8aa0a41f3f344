import { t } from '../../utils/browser/i18n.ts';
import { ordinarySite } from '../../utils/vault/ordinary-site.ts';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { FindDomains } from './FindDomains.tsx';
import { typedDomains } from './form.ts';
import type { FormPart } from './form-part.ts';

export interface DomainsPartProps extends FormPart {
  /** The account to ask VOD with; absent before it is saved with a key. */
  readonly askWith: string | undefined;
}

/** The domains and buckets that are the account's own, typed or found. */
export function DomainsPart({ fields, change, faultOf, askWith }: DomainsPartProps) {
  const typed = typedDomains(fields.domains);
  const ordinary = typed.filter(ordinarySite);
  return (
    <div class="editor-part">
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
      {ordinary.length > 0 && (
        <Notice tone="warn" role="status">
          <p>
            {t('domains_ordinary', ordinary.length)}{' '}
            <span class="fixed">{ordinary.join(t('list_comma'))}</span>
          </p>
          <p>{t('domains_ordinary_next')}</p>
        </Notice>
      )}
      <FindDomains
        askWith={askWith}
        typed={typed}
        onAdd={(domains) => change('domains', [...typed, ...domains].join('\n'))}
      />
    </div>
  );
}
