import { useState } from 'preact/hooks';
import type { AccountState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { FetchKey } from '../keys/FetchKey.tsx';
import { KEY_TEXTS, keyLine } from '../keys/key-words.ts';
import { AccountTestPanel } from '../rights/AccountTestPanel.tsx';
import { Badge } from '../shared/Badge.tsx';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Dot } from './Dot.tsx';
import { regionName } from './regions.ts';
import './colours.css';
import './account-row.css';

export interface AccountRowProps {
  readonly state: AccountState;
  readonly current: boolean;
  readonly onUse: () => void;
  readonly onEdit: () => void;
  /** Absent when the administrator allows no own accounts. */
  readonly onDuplicate: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** An account in the list, with its buttons. */
export function AccountRow({ state, current, ...props }: AccountRowProps) {
  const [testing, setTesting] = useState(false);
  const { account, managed, keyState } = state;
  const wanting = KEY_TEXTS[keyState].mark !== undefined;
  const named = (key: Parameters<typeof t>[0]) => t('account_button', [t(key), account.name]);
  return (
    <li class={`account colour-${account.colour}`} data-account={account.id}>
      <div class="account-head">
        <span class="account-title">
          <Dot colour={account.colour} />
          <strong>{account.name}</strong>
        </span>
        {current && <Badge tone="good">{t('account_current')}</Badge>}
        {managed && <Badge>{t('account_managed')}</Badge>}
      </div>
      <p class="quiet">{regionName(account.region)}</p>
      <p class={wanting ? 'account-wanting' : 'quiet'}>{keyLine(state)}</p>
      {account.key.from === 'uri' && <FetchKey account={account} fault={state.uriFault} />}
      <ButtonRow apart>
        {!current && (
          <Button label={named('account_use')} onPress={props.onUse}>
            {t('account_use')}
          </Button>
        )}
        <Button label={named('account_edit')} onPress={props.onEdit}>
          {t('account_edit')}
        </Button>
        <Button label={named('account_test')} onPress={() => setTesting(true)}>
          {t('account_test')}
        </Button>
        {props.onDuplicate !== undefined && (
          <Button label={named('account_duplicate')} onPress={props.onDuplicate}>
            {t('account_duplicate')}
          </Button>
        )}
        {!managed && (
          <Button look="danger-outline" label={named('account_remove')} onPress={props.onRemove}>
            {t('account_remove')}
          </Button>
        )}
      </ButtonRow>
      {testing && <AccountTestPanel account={account} onClose={() => setTesting(false)} />}
    </li>
  );
}
