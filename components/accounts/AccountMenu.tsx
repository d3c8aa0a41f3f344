import { useEffect, useRef } from 'preact/hooks';
import type { AccountState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { KEY_TEXTS } from '../keys/key-words.ts';
import { Dot } from './Dot.tsx';
import { regionPlace } from './regions.ts';
import './account-menu.css';

export interface AccountMenuProps {
  readonly id: string;
  readonly accounts: readonly AccountState[];
  readonly currentId: string | undefined;
  readonly onUse: (accountId: string) => void;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** The accounts as an ARIA menu: arrow keys move the focus, Esc and Tab close it. */
export function AccountMenu({
  id,
  accounts,
  currentId,
  onUse,
  onSettings,
  onClose,
}: AccountMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
  ];
  useEffect(() => {
    const all = items();
    (all.find((one) => one.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      return onClose();
    }
    const all = items();
    const at =
      document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };

  return (
    <div
      ref={menu}
      id={id}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('account_menu')}
      onKeyDown={onKeyDown}
    >
      {accounts.map((state) => (
        <AccountItem
          key={state.account.id}
          state={state}
          checked={state.account.id === currentId}
          onUse={onUse}
        />
      ))}
      <button
        type="button"
        role="menuitem"
        class="menu-item menu-settings"
        tabIndex={-1}
        onClick={onSettings}
      >
        {t('account_settings')}
      </button>
    </div>
  );
}

interface AccountItemProps {
  readonly state: AccountState;
  readonly checked: boolean;
  readonly onUse: (accountId: string) => void;
}

function AccountItem({ state: { account, keyState }, checked, onUse }: AccountItemProps) {
  const mark = KEY_TEXTS[keyState].mark;
  return (
    <button
      type="button"
      role="menuitemradio"
      class="menu-item"
      tabIndex={-1}
      aria-checked={checked}
      onClick={() => onUse(account.id)}
    >
      <span class="menu-check" aria-hidden="true">
        {checked && '✓'}
      </span>
      <Dot colour={account.colour} />
      <span class="menu-name">{account.name}</span>{' '}
      <span class="menu-more">
        {regionPlace(account.region)}
        {mark !== undefined && t('account_menu_mark', [t(mark)])}
      </span>
    </button>
  );
}
