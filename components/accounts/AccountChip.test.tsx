// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seen, stateOf, vaultIn } from '../../tests/components/fixtures.ts';
import { byRole, click, press, settle, show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { LockButton } from '../keys/LockButton.tsx';
import { AccountChip } from './AccountChip.tsx';

const openOptions = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions }));

const three = stateOf([
  seen(),
  seen({ id: 'b', name: 'Boss', region: 'us-west-1' }),
  seen({ id: 'c', name: 'Copy' }, { keyState: 'absent' }),
]);
const chip = () => document.querySelector<HTMLElement>('.chip') ?? document.body;
const focused = () => document.activeElement?.textContent ?? '';

beforeEach(() => {
  openOptions.mockReset();
});

describe('AccountChip', () => {
  it('shows the account, and whether it has its key', async () => {
    await show(<AccountChip state={three} />);
    expect(chip().textContent).toContain('Acme');
    expect(chip().textContent).toContain('Shanghai');
    expect(chip().querySelector('.colour-blue')).not.toBeNull();
    await show(<AccountChip state={stateOf([seen({}, { keyState: 'expired' })])} />);
    expect(chip().textContent).toContain('Expired');
  });

  it('opens a menu that starts at the current account and closes on Esc', async () => {
    await show(<AccountChip state={three} />);
    await click(chip());
    expect(byRole('menu', 'Accounts')).toBeTruthy();
    expect(chip().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
    for (const [key, name] of [
      ['ArrowDown', 'Boss'],
      ['End', 'Accounts and settings'],
      ['ArrowDown', 'Acme'],
      ['ArrowUp', 'Accounts and settings'],
      ['Home', 'Acme'],
    ] as const) {
      await press(document.activeElement as HTMLElement, key);
      expect(focused()).toContain(name);
    }
    await press(document.activeElement as HTMLElement, 'Escape');
    expect(() => byRole('menu')).toThrow();
    expect(document.activeElement).toBe(chip());
    expect(worker.sent()).toEqual([]);
  });

  it('switches to another account, and sends nothing for the current one', async () => {
    await show(<AccountChip state={three} />);
    const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
    await click(chip());
    await click(items()[0] ?? document.body);
    expect(worker.sent()).toEqual([]);
    await click(chip());
    await click(items()[1] ?? document.body);
    expect(worker.sent()).toEqual([['useAccount', { accountId: 'b' }]]);
    expect(() => byRole('menu')).toThrow();
  });

  it('closes when the focus moves elsewhere', async () => {
    await show(
      <>
        <AccountChip state={three} />
        <button type="button">Elsewhere</button>
      </>,
    );
    await click(chip());
    await act(() => byRole('button', 'Elsewhere').focus());
    expect(() => byRole('menu')).toThrow();
  });

  it('opens the settings when there is no account', async () => {
    await show(<AccountChip state={stateOf([])} />);
    await click(byRole('button', 'Add an account'));
    expect(openOptions).toHaveBeenCalledTimes(1);
  });
});

describe('LockButton', () => {
  it('does not exist without a vault', async () => {
    await show(<LockButton vault={vaultIn('none')} />);
    expect(() => byRole('button')).toThrow();
  });

  it('locks on a press', async () => {
    await show(<LockButton vault={vaultIn('unlocked')} />);
    await click(byRole('button', 'Lock'));
    expect(worker.sent().map(([name]) => name)).toEqual(['lockVault']);
  });

  it('opens the unlock form, with the focus on its field', async () => {
    await show(<LockButton vault={vaultIn('locked')} />);
    await click(byRole('button', 'Unlock'));
    await settle();
    expect(document.querySelector('dialog')?.textContent).toContain('Unlock the vault');
    expect(document.activeElement?.tagName).toBe('INPUT');
  });
});
