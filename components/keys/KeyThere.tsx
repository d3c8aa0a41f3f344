import { useState } from 'preact/hooks';
import { forgetKey } from '../../utils/accounts/commands.ts';
import type { AccountState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { keyLine } from './key-words.ts';
import './key-there.css';

/** Says whether a saved account has a key, and can delete that key from the extension. */
export function KeyThere({ state }: { readonly state: AccountState }) {
  const [failed, setFailed] = useState(false);
  const there = state.keyState !== 'absent';
  const forget = async () => {
    try {
      await send(forgetKey, { accountId: state.account.id });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Notice tone={state.keyState === 'ready' ? 'good' : 'warn'} role="status">
        <div class="key-there">
          <span>{keyLine(state)}</span>
          {there && <Button onPress={() => void forget()}>{t('options_forget_key')}</Button>}
        </div>
        {there && <p class="field-hint">{t('options_key_replace')}</p>}
      </Notice>
      {failed && (
        <Notice tone="bad" role="alert">
          <p>{t('options_forget_failed')}</p>
        </Notice>
      )}
    </>
  );
}
