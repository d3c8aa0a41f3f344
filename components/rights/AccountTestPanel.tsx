import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { formatMoment, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { testAccount } from '../../utils/rights/commands.ts';
import { ACTIONS, type AccountTest, type Answer, CHECKS } from '../../utils/rights/results.ts';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Notice } from '../shared/Notice.tsx';
import { LOOK_UP_TEXTS, TEST_TEXTS } from '../shared/reason-texts.ts';
import { ANSWERS, actionText, CHECK_TEXTS, skewWords } from './account-test-words.ts';
import { PolicyBox } from './PolicyBox.tsx';
import '../shared/field.css';
import './account-test-panel.css';

export interface AccountTestPanelProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Tests an account when it opens, and shows what its key can do. */
export function AccountTestPanel({ account, onClose }: AccountTestPanelProps) {
  const [result, setResult] = useState<AccountTest>();
  const [state, setState] = useState<'testing' | 'failed' | 'done'>('testing');
  const title = useRef<HTMLHeadingElement>(null);

  const test = async () => {
    setState('testing');
    try {
      setResult(await send(testAccount, { accountId: account.id }));
      setState('done');
    } catch {
      setState('failed');
    }
  };
  useEffect(() => {
    title.current?.focus();
    void test();
  }, []);

  return (
    <section class="test" aria-label={t('test_title', [account.name])}>
      <h3 ref={title} tabIndex={-1}>
        {t('test_title', [account.name])}
      </h3>
      <p class="quiet" role="status">
        {state === 'testing' && t('test_running')}
        {state === 'done' && result !== undefined && t('test_done', [formatMoment(result.at)])}
      </p>
      {state === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('fault_no_answer')}</p>
        </Notice>
      )}
      {state === 'done' && result !== undefined && <Result result={result} />}
      <PolicyBox />
      <ButtonRow apart>
        <Button disabled={state === 'testing'} onPress={() => void test()}>
          {t('test_again')}
        </Button>
        <Button onPress={onClose}>{t('test_close')}</Button>
      </ButtonRow>
    </section>
  );
}

function Result({ result }: { readonly result: AccountTest }) {
  const { fault, noKey, skewMs } = result;
  const why = fault === undefined ? undefined : TEST_TEXTS[fault.kind];
  if (noKey !== undefined) {
    return (
      <Notice tone="warn">
        <p>{t(LOOK_UP_TEXTS.test[noKey])}</p>
      </Notice>
    );
  }
  return (
    <>
      {fault !== undefined && why !== undefined && (
        <Notice tone="bad">
          <p>{t('sentences', [t(why.happened), t(why.next)])}</p>
          <p class="fixed test-code">
            {fault.requestId === undefined
              ? `${fault.code}: ${fault.message}`
              : t('test_code', [`${fault.code}: ${fault.message}`, fault.requestId])}
          </p>
        </Notice>
      )}
      <table class="test-table">
        <caption>{t('test_checks')}</caption>
        <tbody>
          {CHECKS.map((check) => {
            const answer = result.checks[check];
            return (
              answer !== undefined && (
                <Row key={check} answer={answer}>
                  {t(CHECK_TEXTS[check])}
                  {check === 'clock' && skewMs !== undefined && (
                    <span class="field-hint"> {skewWords(skewMs)}</span>
                  )}
                </Row>
              )
            );
          })}
        </tbody>
      </table>
      <table class="test-table">
        <caption>{t('test_actions')}</caption>
        <tbody>
          {ACTIONS.map((action) => (
            <Row key={action} answer={result.actions[action]}>
              {t(actionText(action))} <span class="fixed field-hint">{action}</span>
            </Row>
          ))}
        </tbody>
      </table>
      {Object.values(result.actions).includes('not-known') && (
        <p class="field-hint">{t('test_not_known_why')}</p>
      )}
    </>
  );
}

interface RowProps {
  readonly answer: Answer;
  readonly children: ComponentChildren;
}

function Row({ answer, children }: RowProps) {
  const { sign, name, tone } = ANSWERS[answer];
  return (
    <tr>
      <th scope="row">{children}</th>
      <td class={`test-answer test-${tone}`}>
        <span aria-hidden="true">{sign}</span> {t(name)}
      </td>
    </tr>
  );
}
