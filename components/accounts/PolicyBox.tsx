import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { ACTIONS, type RamAction } from '../../utils/vault/account-test.ts';
import { POLICIES_PAGE, policyFor } from '../../utils/vault/policy.ts';
import { Button } from '../shared/Button.tsx';
import { copyLines } from '../shared/take-away.ts';
import { ACTION_TEXTS } from './account-test-words.ts';

/** The RAM policy that allows what the person ticks and nothing else, to be copied. */
export function PolicyBox() {
  const [chosen, setChosen] = useState<ReadonlySet<RamAction>>(new Set(ACTIONS));
  const [said, setSaid] = useState<MessageKey>();
  const policy = policyFor(ACTIONS.filter((action) => chosen.has(action)));
  const choose = (action: RamAction, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(action);
    else next.delete(action);
    setChosen(next);
    setSaid(undefined);
  };
  const copy = () =>
    copyLines([policy]).then(
      () => setSaid('policy_copied'),
      () => setSaid('review_action_failed'),
    );
  return (
    <details class="policy">
      <summary>{t('policy_title')}</summary>
      <p class="quiet">{t('policy_what')}</p>
      <fieldset class="choices">
        <legend>{t('policy_allows')}</legend>
        {ACTIONS.map((action) => (
          <label key={action} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(action)}
              onChange={(event) => choose(action, event.currentTarget.checked)}
            />
            <span class="choice-text">
              <span class="choice-name">{t(ACTION_TEXTS[action])}</span>
              <span class="choice-hint fixed">{action}</span>
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
        value={policy}
      />
      <div class="account-buttons">
        <Button
          disabled={chosen.size === 0}
          label={t('policy_copy_label')}
          onPress={() => void copy()}
        >
          {t('review_copy')}
        </Button>
        <a href={POLICIES_PAGE} target="_blank" rel="noreferrer">
          {t('policy_open')}
        </a>
        <span class="quiet" role="status">
          {said !== undefined && t(said)}
        </span>
      </div>
    </details>
  );
}
