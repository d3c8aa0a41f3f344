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
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { copyLines } from '../shared/take-away.ts';
import '../shared/input.css';
import './policy-box.css';
import { PURPOSE_TEXTS } from './account-test-words.ts';

const PURPOSES_OFFERED = Object.keys(PURPOSE_TEXTS) as readonly Purpose[];

/** Shows the RAM policy that allows only what the person selects, for copying. */
export function PolicyBox() {
  const [chosen, setChosen] = useState(PURPOSES_OFFERED);
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
      <ChoiceGroup legend={t('policy_allows')}>
        {PURPOSES_OFFERED.map((purpose) => (
          <Choice
            key={purpose}
            type="checkbox"
            name={t(PURPOSE_TEXTS[purpose])}
            hint={PURPOSES[purpose].join(' ')}
            fixed="hint"
            checked={chosen.includes(purpose)}
            onChange={(on) => choose(purpose, on)}
          />
        ))}
      </ChoiceGroup>
      <textarea
        class="input fixed policy-text"
        readOnly
        rows={12}
        spellcheck={false}
        aria-label={t('policy_title')}
        value={policy ?? ''}
      />
      <ButtonRow apart>
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
      </ButtonRow>
    </details>
  );
}
