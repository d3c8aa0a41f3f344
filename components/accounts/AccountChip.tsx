import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useAccount } from '../../utils/accounts/commands.ts';
import type { AccountState, AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import './account-chip.css';
import { KEY_TEXTS } from '../keys/key-words.ts';
import { Dot } from './Dot.tsx';
import { regionPlace } from './regions.ts';

/** The current account in a few words; a press opens the menu of accounts. */
export function AccountChip({ state }: { readonly state: AccountsState }) {
  const { accounts, current } = state;
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  // A menu that was left is in the way.
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && around.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  if (accounts.length === 0) {
    return (
      <button type="button" class="chip chip-wanting" onClick={() => void openOptions()}>
        <span class="chip-name">{t('account_add')}</span>
      </button>
    );
  }

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const use = (accountId: string) => {
    close();
    if (accountId === current?.account.id) return;
    send(useAccount, { accountId }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const mark = current === undefined ? undefined : KEY_TEXTS[current.keyState].mark;

  return (
    <div ref={around} class="chip-around">
      <button
        ref={button}
        type="button"
        class={current === undefined || mark !== undefined ? 'chip chip-wanting' : 'chip'}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span class="unseen">{t('account_chip')} </span>
        {current !== undefined && <Dot colour={current.account.colour} />}
        <span class="chip-name">{current?.account.name ?? t('account_choose')}</span>
        {current !== undefined && (
          <span class={current.keyState === 'locked' ? 'chip-more chip-locked' : 'chip-more'}>
            {mark === undefined ? regionPlace(current.account.region) : t(mark)}
          </span>
        )}
      </button>
      {open && (
        <AccountMenu
          id={menuId}
          accounts={accounts}
          currentId={current?.account.id}
          onUse={use}
          onSettings={() => {
            close();
            void openOptions();
          }}
          onClose={close}
        />
      )}
      <span class="unseen" role="alert">
        {failed && t('fault_no_answer')}
      </span>
    </div>
  );
}

interface AccountMenuProps {
  readonly id: string;
  readonly accounts: readonly AccountState[];
  readonly currentId: string | undefined;
  readonly onUse: (accountId: string) => void;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** The accounts as a menu after the ARIA pattern: arrows move, Esc and Tab leave. */
function AccountMenu({ id, accounts, currentId, onUse, onSettings, onClose }: AccountMenuProps) {
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
      {accounts.map(({ account, keyState }) => {
        const mark = KEY_TEXTS[keyState].mark;
        return (
          <button
            key={account.id}
            type="button"
            role="menuitemradio"
            class="menu-item"
            tabIndex={-1}
            aria-checked={account.id === currentId}
            onClick={() => onUse(account.id)}
          >
            <span class="menu-check" aria-hidden="true">
              {account.id === currentId && '✓'}
            </span>
            <Dot colour={account.colour} />
            <span class="menu-name">{account.name}</span>{' '}
            <span class="menu-more">
              {regionPlace(account.region)}
              {mark !== undefined && t('account_menu_mark', [t(mark)])}
            </span>
          </button>
        );
      })}
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
