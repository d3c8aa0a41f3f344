// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seen, stateOf, vaultIn } from '../../tests/components/fixtures.ts';
import { byRole, click, fieldOf, settle, show, submit, type } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import type { VaultState } from '../../utils/accounts/state.ts';
import { changePassphrase, unlockVault } from '../../utils/keys/commands.ts';
import { vaultLocking } from '../../utils/settings/settings.ts';
import { VaultPart } from './VaultPart.tsx';

const part = async (vault: Partial<VaultState>) => {
  const state = stateOf([seen()], vaultIn('none', ['a'], vault));
  await show(<VaultPart state={state} />);
  await settle();
};
const text = () => document.body.textContent ?? '';

beforeEach(() => {
  fakeBrowser.reset();
  worker.answers(unlockVault, { ok: true });
  worker.answers(changePassphrase, { ok: true });
});

describe('without a vault', () => {
  it('creates one with a passphrase that was typed the same twice', async () => {
    await part({ state: 'none' });
    await submit('Make a vault');
    expect(text()).toContain('Type the passphrase.');
    await type('Passphrase', 'one');
    await type('The same passphrase again', 'two');
    await submit('Make a vault');
    expect(text()).toContain('The two are not the same.');
    expect(worker.sent()).toEqual([]);
    await type('The same passphrase again', 'one');
    await submit('Make a vault');
    expect(worker.sent()).toEqual([['makeVault', { passphrase: 'one' }]]);
    expect(fieldOf('Passphrase').value).toBe('');
  });

  it('warns of a weak passphrase, but accepts it', async () => {
    await part({ state: 'none' });
    await type('Passphrase', 'password');
    await vi.waitFor(async () => {
      await settle();
      expect(byRole('meter', 'Strength').getAttribute('aria-valuetext')).toBe('Very weak');
    });
    expect(text()).toContain('A few more words make it much stronger.');
    expect(byRole('button', 'Make a vault')).toHaveProperty('disabled', false);
  });
});

describe('a locked vault', () => {
  it('is unlocked by its passphrase', async () => {
    await part({ state: 'locked' });
    await type('Passphrase', 'open');
    await submit('Unlock');
    expect(worker.sent()).toEqual([['unlockVault', { passphrase: 'open' }]]);
    expect(fieldOf('Passphrase').value).toBe('');
    expect(fieldOf('Passphrase').type).toBe('text');
  });

  it('says that a passphrase was wrong', async () => {
    worker.answers(unlockVault, { ok: false, why: 'wrong' });
    await part({ state: 'locked' });
    await type('Passphrase', 'shut');
    await submit('Unlock');
    expect(byRole('alert').textContent).toBe('This is not the passphrase.');
    expect(byRole('button', 'Unlock')).toHaveProperty('disabled', false);
  });

  it('counts down while no passphrase is accepted, and sends nothing', async () => {
    worker.answers(unlockVault, { ok: false, why: 'wrong', nextTryAt: Date.now() + 1300 });
    await part({ state: 'locked' });
    await type('Passphrase', 'shut');
    await submit('Unlock');
    expect(text()).toContain('You can try again in 2 s.');
    expect(byRole('button', 'Unlock')).toHaveProperty('disabled', true);
    await type('Passphrase', 'again');
    await submit('Unlock');
    expect(worker.sent()).toHaveLength(1);
    await vi.waitFor(
      async () => {
        await settle();
        expect(byRole('button', 'Unlock')).toHaveProperty('disabled', false);
      },
      { timeout: 4000 },
    );
    expect(text()).not.toContain('You can try again');
  });

  it('shows the wait that the vault reports', async () => {
    await part({ state: 'locked', nextTryAt: Date.now() + 60_000 });
    expect(byRole('button', 'Unlock')).toHaveProperty('disabled', true);
  });

  it('can only be removed when it is damaged', async () => {
    await part({ state: 'locked', damaged: true });
    expect(text()).toContain('cannot be read');
    expect(() => byRole('button', 'Unlock')).toThrow();
    expect(byRole('button', 'Remove the vault…')).toBeTruthy();
  });
});

describe('an unlocked vault', () => {
  it('lists the accounts in it, and is locked by its button', async () => {
    await part({ state: 'unlocked' });
    expect(text()).toContain('It holds the key of Acme.');
    await click(byRole('button', 'Lock'));
    expect(worker.sent()).toEqual([['lockVault', {}]]);
  });

  it('changes its passphrase, and keeps the form when the old one was wrong', async () => {
    await part({ state: 'unlocked' });
    await click(byRole('button', 'Change passphrase…'));
    await type('Passphrase until now', 'old');
    await type('New passphrase', 'new');
    await type('The same passphrase again', 'new');
    worker.answers(changePassphrase, { ok: false, why: 'wrong' });
    await submit('Change passphrase');
    expect(text()).toContain('This is not the passphrase.');
    expect(fieldOf('New passphrase').value).toBe('new');
    worker.answers(changePassphrase, { ok: true });
    await type('Passphrase until now', 'older');
    await submit('Change passphrase');
    expect(worker.sent().at(-1)).toEqual(['changePassphrase', { before: 'older', after: 'new' }]);
    expect(text()).toContain('The passphrase is changed.');
  });

  it('is removed only after a confirmation', async () => {
    await part({ state: 'unlocked' });
    await click(byRole('button', 'Remove the vault…'));
    expect(worker.sent()).toEqual([]);
    expect(document.querySelector('dialog')?.textContent).toContain('gone for good');
    expect(document.activeElement?.tagName).toBe('DIALOG');
    await click(byRole('button', 'Remove the vault'));
    await settle();
    expect(worker.sent()).toEqual([['removeVault', {}]]);
  });

  it('saves a change of when it locks by itself at once', async () => {
    await part({ state: 'unlocked' });
    await click(fieldOf('Pause it'));
    await click(fieldOf('When the screen is locked'));
    await settle();
    const saved = { idleMinutes: 15, withScreen: false, runningJob: 'pause' };
    expect(await vaultLocking.value()).toEqual(saved);
  });

  it('shows the default of when it locks by itself, if an administrator locked that', async () => {
    await vaultLocking.save({ idleMinutes: null, withScreen: false, runningJob: 'pause' });
    await fakeBrowser.storage.managed.set({ locked: ['vault'] });
    await part({ state: 'unlocked' });
    const minutes = document.querySelector('select');
    expect(minutes?.value).toBe('15');
    expect(minutes?.closest('fieldset')?.disabled).toBe(true);
    expect(fieldOf('When the screen is locked').checked).toBe(true);
    expect(fieldOf('Let it finish').checked).toBe(true);
    expect(text()).toContain('Your administrator has set this.');
    expect(byRole('button', 'Lock')).toHaveProperty('disabled', false);
  });
});
