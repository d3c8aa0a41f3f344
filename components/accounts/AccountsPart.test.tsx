// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acme, seen, stateOf } from '../../tests/components/fixtures.ts';
import { byRole, click, fieldOf, settle, show, submit } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { exportAccounts } from '../../utils/accounts/account-file.ts';
import { saveAccount } from '../../utils/accounts/commands.ts';
import type { AccountsState } from '../../utils/accounts/state.ts';
import { AccountsPart } from './AccountsPart.tsx';

const saveJson = vi.hoisted(() => vi.fn());
vi.mock('../shared/take-away.ts', () => ({ saveJson, copyLines: vi.fn() }));

const two = stateOf([
  seen(),
  seen({ id: 'b', name: 'Boss' }, { keyState: 'locked', managed: true }),
]);
const part = (state: AccountsState = two, locked = false) =>
  show(<AccountsPart state={state} locked={locked} />);
const text = () => document.body.textContent ?? '';
const row = (id: string) => document.querySelector(`[data-account="${id}"]`)?.textContent ?? '';

/** Selects a file with this text, as the file picker does. */
const choose = async (content: string) => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('There is no file input');
  const file = new File([content], 'accounts.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
};

beforeEach(() => {
  saveJson.mockReset();
});

describe('AccountsPart', () => {
  it('shows every account with the state of its key', async () => {
    await part();
    expect(row('a')).toContain('Acme');
    expect(row('a')).toContain('Current');
    expect(row('a')).toContain('Shanghai (cn-shanghai)');
    expect(row('a')).toContain('Key at hand: LTAI…0001');
    expect(row('b')).toContain('Set up by your administrator');
    expect(row('b')).toContain('The key is in the vault, which is locked');
    expect(() => byRole('button', 'Make current: Acme')).toThrow();
    expect(() => byRole('button', 'Remove: Boss')).toThrow();
  });

  it('makes another account current', async () => {
    await part();
    await click(byRole('button', 'Make current: Boss'));
    await settle();
    expect(worker.sent()).toEqual([['useAccount', { accountId: 'b' }]]);
    expect(text()).toContain('Boss is the current account.');
  });

  it('asks before it removes one, without focus on the button that removes', async () => {
    await part();
    await click(byRole('button', 'Remove: Acme'));
    expect(document.querySelector('dialog')?.textContent).toContain(
      'history of its deletions stays',
    );
    expect(document.activeElement?.tagName).toBe('DIALOG');
    await click(byRole('button', 'Cancel'));
    expect(worker.sent()).toEqual([]);
    await click(byRole('button', 'Remove: Acme'));
    await click(byRole('button', 'Remove account'));
    await settle();
    expect(worker.sent()).toEqual([['removeAccount', { accountId: 'a' }]]);
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('keeps its dialog open when the removal got no answer', async () => {
    worker.fails();
    await part();
    await click(byRole('button', 'Remove: Acme'));
    await click(byRole('button', 'Remove account'));
    await settle();
    expect(byRole('alert').textContent).toContain('did not answer');
  });

  it('duplicates one under a new id, without its key', async () => {
    await part();
    await click(byRole('button', 'Duplicate: Acme'));
    expect(fieldOf('Name').value).toBe('Acme copy');
    await submit('Save');
    const [input] = worker.sentTo(saveAccount);
    expect(input).toEqual({ account: { ...acme, id: expect.any(String), name: 'Acme copy' } });
    expect(input?.account.id).not.toBe('a');
  });

  it('returns to the list and to the account that was edited', async () => {
    await part();
    await click(byRole('button', 'Edit: Acme'));
    expect(document.activeElement?.textContent).toBe('Edit Acme');
    await click(byRole('button', 'Cancel'));
    await settle();
    expect(document.activeElement?.closest('[data-account]')?.getAttribute('data-account')).toBe(
      'a',
    );
  });

  it('shows the form at once when there is no account, without a way back', async () => {
    await part(stateOf([]));
    expect(text()).toContain('New account');
    expect(() => byRole('button', 'Cancel')).toThrow();
  });

  it('exports all accounts except those of the administrator', async () => {
    await part();
    await click(byRole('button', 'Export'));
    expect(saveJson).toHaveBeenCalledWith('accounts', { version: 1, accounts: [acme] });
    expect(text()).toContain('1 account exported');
  });
});

describe('when an administrator allows no own accounts', () => {
  it('adds, copies and imports none, and says why', async () => {
    await part(stateOf([seen({}, { managed: true })]), true);
    expect(text()).toContain('Your administrator does not allow accounts of your own.');
    for (const name of ['Add an account', 'Duplicate: Acme', 'Import', 'Export']) {
      expect(() => byRole('button', name)).toThrow();
    }
    await click(byRole('button', 'Edit: Acme'));
    expect(fieldOf('Name').closest('fieldset')?.disabled).toBe(true);
  });

  it('shows no form when there is no account', async () => {
    await part(stateOf([]), true);
    expect(text()).toContain('has set none up');
    expect(() => byRole('button', 'Import')).toThrow();
    expect(document.querySelector('form')).toBeNull();
  });
});

describe('importing accounts', () => {
  const file = (...entries: unknown[]) => JSON.stringify({ version: 1, accounts: entries });

  it('shows what was understood and what was not, and adds only what was', async () => {
    await part();
    await choose(file(acme, { ...acme, name: 'Moon', region: 'moon-1' }));
    const dialog = document.querySelector('dialog')?.textContent;
    expect(dialog).toContain('1 account was understood');
    expect(dialog).toContain('Entry 2, “Moon”: region');
    expect(worker.sent()).toEqual([]);
    await click(byRole('button', 'Add 1 account'));
    await settle();
    expect(worker.sent()).toEqual([['importAccounts', { accounts: [acme] }]]);
    expect(text()).toContain('1 account added.');
  });

  it('reads an exported file', async () => {
    await part();
    await choose(JSON.stringify(exportAccounts([acme, { ...acme, id: 'c' }]).file));
    await click(byRole('button', 'Add 2 accounts'));
    expect(worker.sent()[0]?.[1]).toEqual({ accounts: [acme, { ...acme, id: 'c' }] });
  });

  it('says why nothing was imported from a file', async () => {
    await part();
    await choose('AccessKey ID,AccessKey Secret');
    expect(text()).toContain('the file is not JSON');
    await choose(file({ name: 'x' }));
    expect(document.querySelector('dialog')?.textContent).toContain('No account in this file');
    expect(byRole('button', 'Add 0 accounts')).toHaveProperty('disabled', true);
  });
});
