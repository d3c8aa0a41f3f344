import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useAccount } from '../../utils/accounts/commands.ts';
import type { AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { KEY_TEXTS } from '../keys/key-words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Dot } from './Dot.tsx';
import { regionPlace } from './regions.ts';
import './account-chip.css';

/** A button that shows the current account and opens the menu of accounts. */
export function AccountChip({ state }: { readonly state: AccountsState }) {
  const { accounts, current } = state;
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  useLeaving(around, open, () => setOpen(false));

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

/** Closes a menu when a click or the focus is outside it. */
function useLeaving(around: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && around.current?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
}
