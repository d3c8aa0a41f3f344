// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noVault, picture } from '../../tests/components/fixtures.ts';
import { byRole, click, show, submit, type as typeInto } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { understand } from '../../utils/accounts/managed.ts';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { CommandError } from '../../utils/browser/messages.ts';
import { startJob } from '../../utils/job/commands.ts';
import { unlockVault } from '../../utils/keys/commands.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import {
  confirmButton,
  current,
  open,
  sentPlan,
  settle,
  started,
  text,
  typeNumber,
} from './testing.tsx';

vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

beforeEach(() => {
  started.mockReset();
});

describe('DeleteDialog', () => {
  it('sends the shown plan once, also when the button is pressed several times', async () => {
    await open([picture(1), picture(2), picture(3, 'cdn.other.example')]);
    expect(confirmButton().textContent).toBe('Delete 2 images');
    expect(text()).toContain('1 image is left out: not known to be yours');
    await Promise.all([click(confirmButton()), click(confirmButton())]);
    await click(confirmButton());
    expect(worker.sent()).toHaveLength(1);
    expect(sentPlan().targets).toHaveLength(2);
    expect(Object.isFrozen(sentPlan())).toBe(true);
    expect(started).toHaveBeenCalledWith(sentPlan().id);
  });

  it('writes one image in the singular', async () => {
    await open([picture(1)]);
    expect(confirmButton().textContent).toBe('Delete 1 image');
  });

  it('requires the number above 20 targets, and accepts no other', async () => {
    await open(Array.from({ length: 21 }, (_, at) => picture(at)));
    expect(confirmButton().disabled).toBe(true);
    await typeNumber('20');
    expect(confirmButton().disabled).toBe(true);
    await typeNumber(' 21 ');
    await click(confirmButton());
    expect(worker.sentTo(startJob)[0]).toMatchObject({ typed: 21 });
  });

  it('says why the plan was refused, and can be tried again', async () => {
    worker.answers(startJob, 'no-key');
    await open([picture(1)]);
    await click(confirmButton());
    await act(() => Promise.resolve());
    expect(byRole('alert').textContent).toContain('key is missing');
    expect(started).not.toHaveBeenCalled();
    expect(confirmButton().disabled).toBe(false);
  });

  it('distinguishes a plan that was not accepted from a missing answer', async () => {
    worker.fails(new CommandError('invalid', 'not understood'));
    await open([picture(1)]);
    await click(confirmButton());
    await settle();
    expect(byRole('alert').textContent).toContain('nothing was sent');
    expect(byRole('alert').textContent).not.toContain('history');
    worker.fails(new Error('The message port closed'));
    await click(confirmButton());
    await settle();
    expect(byRole('alert').textContent).toContain('Look in the history');
  });

  it('offers to unlock the vault first, and then to delete', async () => {
    const vault: VaultState = { state: 'locked', holds: ['a'] };
    const { keyHint: _hint, ...locked } = { ...current, keyState: 'locked' as const };
    const dialog = (state: AccountState) => (
      <DeleteDialog
        request={{ items: [picture(1)] }}
        current={state}
        vault={vault}
        managed={understand({})}
        onClose={vi.fn()}
        onStarted={started}
      />
    );
    const root = await show(dialog(locked));
    expect(confirmButton().disabled).toBe(true);
    expect(text()).toContain('The vault is locked');
    worker.answers(unlockVault, { ok: true });
    await typeInto('Passphrase', 'open');
    await submit('Unlock');
    expect(worker.sent()).toEqual([['unlockVault', { passphrase: 'open' }]]);
    await act(() => render(dialog(current), root));
    expect(text()).not.toContain('The vault is locked');
    await click(confirmButton());
    expect(sentPlan().keyHint).toBe('LTAI…0001');
  });

  it.each([
    ['absent', 'key is missing', true],
    ['expired', 'key has expired', true],
    ['on-demand', 'This cannot be undone', false],
  ] as const)('with a key that is %s', async (keyState, words, shut) => {
    await open([picture(1)], { ...current, keyState });
    expect(text()).toContain(words);
    expect(confirmButton().disabled).toBe(shut);
  });

  it('names the account beside its colour', async () => {
    await open([picture(1)], { ...current, account: { ...current.account, colour: 'red' } });
    const dot = document.querySelector('dialog .colour-red');
    expect(dot?.parentElement?.textContent).toContain('Acme');
  });

  it('never replaces the shown key with one that is entered later', async () => {
    const Dialog = ({ keyHint }: { keyHint: string }) => (
      <DeleteDialog
        request={{ items: [picture(1)] }}
        current={{ ...current, keyHint }}
        vault={noVault}
        managed={understand({})}
        onClose={vi.fn()}
        onStarted={started}
      />
    );
    const root = await show(<Dialog keyHint="LTAI…0001" />);
    await act(() => render(<Dialog keyHint="LTAI…0002" />, root));
    await click(confirmButton());
    expect(sentPlan().keyHint).toBe('LTAI…0001');
  });
});
