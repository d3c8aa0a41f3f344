import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { LONGEST_GRACE, saveGrace } from '../../utils/deletion/commands.ts';
import type { Account } from '../../utils/vault/account.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import { saveAccountCommand } from '../../utils/vault/commands.ts';
import { REGIONS } from '../../utils/vod/regions.ts';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { type Faults, type FieldName, type FormFields, readForm } from './form.ts';
import { KeyPart } from './KeyPart.tsx';
import { regionName } from './regions.ts';

export interface AccountFormProps {
  readonly state: AccountState | undefined;
  /** The id the account gets if there is none yet. */
  readonly newId: string;
  readonly grace: number;
}

/** The account's form. Secrets are written only: what is saved never comes back into a field. */
export function AccountForm({ state, newId, grace }: AccountFormProps) {
  const [fields, setFields] = useState<FormFields>(() => ({
    name: state?.account.name ?? '',
    region: state?.account.region ?? 'cn-shanghai',
    keyId: '',
    keySecret: '',
    token: '',
    domains: state?.account.ownDomains.join('\n') ?? '',
    grace: String(grace),
  }));
  const [faults, setFaults] = useState<Faults>({});
  const [outcome, setOutcome] = useState<'saved' | 'failed' | 'faulty'>();
  const form = useRef<HTMLFormElement>(null);

  const change = (name: FieldName) => (value: string) => {
    setFields((before) => ({ ...before, [name]: value }));
    setOutcome(undefined);
  };
  const faultOf = (name: FieldName) => {
    const fault = faults[name];
    return fault === undefined ? undefined : t(fault.key, fault.with);
  };

  const save = async () => {
    const read = readForm(fields, state?.account.id ?? newId);
    if ('faults' in read) {
      setFaults(read.faults);
      setOutcome('faulty');
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setFaults({});
    const { account, credentials, graceSeconds: seconds } = read.value;
    try {
      await send(saveAccountCommand, {
        // What has no field here stays.
        account: { ...account, ...(state === undefined ? {} : unseen(state.account)) },
        ...(credentials === undefined ? {} : { credentials }),
      });
      await send(saveGrace, { seconds });
      setFields((before) => ({
        ...before,
        keyId: '',
        keySecret: '',
        token: '',
        domains: account.ownDomains.join('\n'),
      }));
      setOutcome('saved');
    } catch {
      setOutcome('failed');
    }
  };

  return (
    <form
      ref={form}
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <section class="options-part">
        <h2>{t('options_account')}</h2>
        <div class="options-two">
          <Field label={t('field_name')} hint={t('field_name_hint')} fault={faultOf('name')}>
            {(links) => (
              <input
                {...links}
                class="input"
                type="text"
                autocomplete="off"
                value={fields.name}
                onInput={(event) => change('name')(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('field_region')} hint={t('field_region_hint')} fault={faultOf('region')}>
            {(links) => (
              <select
                {...links}
                class="input"
                value={fields.region}
                onChange={(event) => change('region')(event.currentTarget.value)}
              >
                {REGIONS.map((region) => (
                  <option key={region} value={region}>
                    {regionName(region)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
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
              onInput={(event) => change('domains')(event.currentTarget.value)}
            />
          )}
        </Field>
      </section>
      <KeyPart state={state} fields={fields} change={change} faultOf={faultOf} />
      <section class="options-part">
        <h2>{t('options_deletion')}</h2>
        <Field label={t('field_grace')} hint={t('field_grace_hint')} fault={faultOf('grace')}>
          {(links) => (
            <input
              {...links}
              class="input options-grace numbers"
              type="number"
              min={0}
              max={LONGEST_GRACE}
              value={fields.grace}
              onInput={(event) => change('grace')(event.currentTarget.value)}
            />
          )}
        </Field>
      </section>
      {outcome === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('options_save_failed')}</p>
        </Notice>
      )}
      <div class="options-foot">
        <button type="submit" class="button button-main">
          {t('options_save')}
        </button>
        <p role="status" class={outcome === 'faulty' ? 'field-fault' : 'quiet'}>
          {outcome === 'saved' && t('options_saved')}
          {outcome === 'faulty' && t('options_faulty')}
        </p>
      </div>
    </form>
  );
}

function unseen({ colour, key, limits }: Account): Pick<Account, 'colour' | 'key' | 'limits'> {
  return { colour, key, limits };
}
