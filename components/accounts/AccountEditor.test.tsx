// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acme, noVault, seen, vaultIn } from '../../tests/components/fixtures.ts';
import { byRole, click, fieldOf, settle, show, submit, type } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { saveAccount } from '../../utils/accounts/commands.ts';
import type { VaultState } from '../../utils/accounts/state.ts';
import { AccountEditor, type AccountEditorProps } from './AccountEditor.tsx';

const requestSites = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/permissions.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/permissions.ts')>()),
  requestSites,
}));

const keyId = 'LTAI5tExampleExample0001';
const keySecret = 'ExampleSecretExampleSecret0001';
const saved = vi.fn();
const editor = (props: Partial<AccountEditorProps> = {}) =>
  show(
    <AccountEditor
      title="Edit"
      state={seen()}
      newId="new"
      vault={noVault}
      onCancel={vi.fn()}
      onSaved={saved}
      {...props}
    />,
  );
const choose = (label: string) => click(fieldOf(label));

beforeEach(() => {
  requestSites.mockReset();
  saved.mockReset();
});

describe('AccountEditor', () => {
  it('saves the fields, and no key when none was typed', async () => {
    await editor();
    await type('Name', 'Acme Video');
    await choose('Red');
    await choose('Allow deletion by video');
    await submit('Save');
    const account = {
      ...acme,
      name: 'Acme Video',
      colour: 'red',
      limits: { ...acme.limits, byVideo: false },
    };
    expect(worker.sent()).toEqual([['saveAccount', { account }]]);
    expect(saved).toHaveBeenCalledWith(account);
    expect(requestSites).not.toHaveBeenCalled();
  });

  it('saves a new account under its own id, also when it is a copy', async () => {
    await editor({ state: undefined, like: { ...acme, name: 'Acme copy' } });
    await submit('Save');
    expect(worker.sent()[0]?.[1]).toEqual({ account: { ...acme, id: 'new', name: 'Acme copy' } });
  });

  it('requests the URI’s host before any await, and then saves and fetches', async () => {
    let grant: (granted: boolean) => void = () => {};
    requestSites.mockReturnValue(new Promise<boolean>((resolve) => (grant = resolve)));
    await editor();
    await choose('From a credentials URI');
    await type('Credentials URI', 'https://keys.example.com:8443/acme');
    const form = document.querySelector('form');
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    // In the same task as the click: browsers accept the request only then.
    expect(requestSites).toHaveBeenCalledWith(['https://keys.example.com/*']);
    await settle();
    expect(worker.sent()).toEqual([]);
    await act(() => grant(true));
    await settle();
    expect(worker.sent().map(([name]) => name)).toEqual(['saveAccount', 'fetchKey']);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['refuses', () => Promise.resolve(false)],
    ['does not know the address', () => Promise.reject(new Error('Invalid pattern'))],
  ])('saves nothing when the browser %s', async (_what, answer) => {
    requestSites.mockImplementation(answer);
    await editor();
    await choose('From a credentials URI');
    await type('Credentials URI', 'https://keys.example.com/acme');
    await submit('Save');
    expect(worker.sent()).toEqual([]);
    expect(byRole('alert').textContent).toContain('Not saved');
    expect(fieldOf('Credentials URI').value).toBe('https://keys.example.com/acme');
  });

  it('says what is wrong beside the field, and sends nothing', async () => {
    await editor();
    await choose('From a credentials URI');
    await type('Credentials URI', 'http://keys.example.com/acme');
    await submit('Save');
    expect(worker.sent()).toEqual([]);
    expect(requestSites).not.toHaveBeenCalled();
    expect(fieldOf('Credentials URI').getAttribute('aria-invalid')).toBe('true');
    expect(document.body.textContent).toContain('from this computer only');
  });

  it.each([
    ['locked', 'the vault is locked'],
    ['no-vault', 'there is no vault'],
    ['managed', 'your administrator'],
  ] as const)('says why the worker did not save: %s', async (fault, words) => {
    worker.answers(saveAccount, fault);
    await editor();
    await type('AccessKey ID', keyId);
    await type('AccessKey secret', keySecret);
    await submit('Save');
    expect(byRole('alert').textContent).toContain(words);
    expect(saved).not.toHaveBeenCalled();
    expect(fieldOf('AccessKey secret').value).toBe(keySecret);
  });

  it('says that no answer came', async () => {
    worker.fails();
    await editor();
    await submit('Save');
    expect(byRole('alert').textContent).toContain('nothing may be saved');
  });

  it.each<[VaultState['state'], string, string]>([
    ['none', 'Make a vault', 'Make a vault'],
    ['locked', 'Unlock', 'Unlock the vault'],
  ])('leads to the vault when it is %s', async (state, button, dialog) => {
    await editor({ vault: vaultIn(state) });
    await choose('In the vault');
    await click(byRole('button', button));
    expect(document.querySelector('dialog')?.textContent).toContain(dialog);
    expect(document.querySelector('form dialog')).toBeNull();
  });

  it('allows only the key of a managed account to be changed', async () => {
    await editor({ state: seen({}, { managed: true }) });
    const open = [
      ...document.querySelectorAll<HTMLInputElement>('form :is(input, select, textarea)'),
    ].filter((field) => field.closest('fieldset:disabled, fieldset[disabled]') === null);
    expect(open.map((field) => field.labels?.[0]?.textContent)).toEqual([
      'AccessKey ID',
      'AccessKey secret',
      'STS token (optional)',
    ]);
    await type('AccessKey ID', keyId);
    await type('AccessKey secret', keySecret);
    await submit('Save');
    expect(worker.sent()[0]?.[1]).toEqual({
      account: acme,
      credentials: { accessKeyId: keyId, accessKeySecret: keySecret },
    });
  });

  it('asks for the expiry of a token only when there is one', async () => {
    await editor();
    expect(() => fieldOf('The token ends at')).toThrow();
    await type('STS token', 'CAISexample==');
    expect(fieldOf('The token ends at').type).toBe('datetime-local');
  });

  it('shows no secret as plain text, and none to password managers', async () => {
    await editor();
    for (const label of ['AccessKey ID', 'AccessKey secret', 'STS token']) {
      const field = fieldOf(label);
      expect(field.type).toBe('text');
      expect(field.getAttribute('autocomplete')).toBe('off');
      expect(field.hasAttribute('data-1p-ignore')).toBe(true);
    }
    expect(fieldOf('AccessKey secret').classList).toContain('input-masked');
  });
});
