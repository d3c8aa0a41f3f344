import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { sitePattern } from '../../utils/browser/site-patterns.ts';
import { siteName, typedSite, watchSite } from '../../utils/watching/watch-choice.ts';
import { Button } from '../shared/Button.tsx';
import { Field } from '../shared/Field.tsx';
import './site-field.css';

/** A field to watch one more site by its address. */
export function SiteField({ sites }: { readonly sites: readonly string[] }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const [said, setSaid] = useState('');

  const add = () => {
    const address = typedSite(text);
    setSaid('');
    setFault(address === undefined ? t('site_field_fault') : undefined);
    if (address === undefined) return;
    watchSite(address, sites).then(
      (granted) => {
        if (!granted) return setFault(t('watch_refused'));
        setText('');
        setSaid(t('site_added', [siteName(sitePattern(address) ?? '')]));
      },
      () => setFault(t('watch_refused')),
    );
  };

  return (
    <div class="site-field">
      <Field label={t('site_field')} fault={fault}>
        {(links) => (
          <input
            {...links}
            class="input"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="www.example.com"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        )}
      </Field>
      <Button onPress={add}>{t('site_add')}</Button>
      <p role="status" class="quiet">
        {said}
      </p>
    </div>
  );
}
