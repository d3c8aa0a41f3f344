import { useState } from 'preact/hooks';
import { language, type MessageKey, t } from '../../utils/browser/i18n.ts';
import {
  actionsFor,
  PURPOSES,
  type Purpose,
  ramPoliciesPage,
  ramPolicy,
} from '../../utils/rights/policy.ts';
import { Button } from '../shared/Button.tsx';
import { copyLines } from '../shared/take-away.ts';

const PURPOSE_TEXTS: readonly { readonly purpose: Purpose; readonly name: MessageKey }[] = [
  { purpose: 'delete', name: 'purpose_delete' },
  { purpose: 'ask', name: 'purpose_ask' },
  { purpose: 'domains', name: 'purpose_domains' },
  { purpose: 'purge', name: 'purpose_purge' },
];

/** The RAM policy that allows what the person ticks and nothing else, to be copied. */
export function PolicyBox() {
  const [chosen, setChosen] = useState<readonly Purpose[]>(
    PURPOSE_TEXTS.map(({ purpose }) => purpose),
  );
  const [said, setSaid] = useState<MessageKey>();
  const policy = ramPolicy(actionsFor(chosen));
  const choose = (purpose: Purpose, on: boolean) => {
    setChosen(on ? [...chosen, purpose] : chosen.filter((one) => one !== purpose));
    setSaid(undefined);
  };
  const copy = (text: string) =>
    copyLines([text]).then(
      () => setSaid('policy_copied'),
      () => setSaid('review_action_failed'),
    );
  return (
    <details class="policy">
      <summary>{t('policy_title')}</summary>
      <p class="quiet">{t('policy_what')}</p>
      <fieldset class="choices">
        <legend>{t('policy_allows')}</legend>
        {PURPOSE_TEXTS.map(({ purpose, name }) => (
          <label key={purpose} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(purpose)}
              onChange={(event) => choose(purpose, event.currentTarget.checked)}
            />
            <span class="choice-text">
              <span class="choice-name">{t(name)}</span>
              <span class="choice-hint fixed">{PURPOSES[purpose].join(' ')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <textarea
        class="input fixed policy-text"
        readOnly
        rows={12}
        spellcheck={false}
        aria-label={t('policy_title')}
        value={policy ?? ''}
      />
      <div class="account-buttons">
        <Button
          disabled={policy === undefined}
          label={t('policy_copy_label')}
          onPress={() => {
            if (policy !== undefined) void copy(policy);
          }}
        >
          {t('review_copy')}
        </Button>
        <a href={ramPoliciesPage(language())} target="_blank" rel="noreferrer">
          {t('policy_open')}
        </a>
        <span class="quiet" role="status">
          {said !== undefined && t(said)}
        </span>
      </div>
    </details>
  );
}
