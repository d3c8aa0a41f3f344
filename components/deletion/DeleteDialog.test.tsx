// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../utils/browser/messages.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import { NEW_ACCOUNT } from '../../utils/vault/account.ts';
import { understand } from '../../utils/vault/managed.ts';
import type { AccountState, VaultState } from '../../utils/vault/state.ts';
import { byRole, click, show, submit, type as typeInto } from '../shared/testing.ts';
import { DeleteDialog } from './DeleteDialog.tsx';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);
vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/messages.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/messages.ts')>()),
  send,
}));

const current: AccountState = {
  account: {
    ...NEW_ACCOUNT,
    id: 'a',
    name: 'Acme',
    region: 'cn-shanghai',
    ownDomains: ['img.example.com'],
  },
  keyState: 'ready',
  managed: false,
  keyHint: 'LTAI…0001',
};
const noVault: VaultState = { state: 'none', holds: [] };
const video = 'a'.repeat(32);
const other = 'e'.repeat(32);
const picture = (at: number, host = 'img.example.com'): Item => ({
  key: `${host}/${at}`,
  kind: 'image',
  certainty: 'strict',
  standing: host === 'img.example.com' ? 'mine' : 'unknown',
  addresses: [`https://${host}/image/default/${String(at).padStart(32, '0')}-6-2.png?auth_key=1`],
  carriers: ['img'],
});
const snapshot: Item = {
  ...picture(900),
  kind: 'snapshot',
  videoId: video,
  addresses: [`https://img.example.com/${video}/snapshots/${'b'.repeat(32)}-00001.jpg`],
};
const imageId: Item = {
  key: `image-id:${video}`,
  kind: 'image-id',
  certainty: 'strict',
  standing: 'unknown',
  addresses: [],
  imageId: video,
  carriers: ['script'],
};

const videoId: Item = { ...imageId, key: `video-id:${other}`, kind: 'video-id', videoId: other };
const nothing = { images: {}, missing: [], videos: {}, unasked: [] };

const started = vi.fn();
const open = (items: readonly Item[], state = current, vault = noVault, managed = {}) =>
  show(
    <DeleteDialog
      request={{ items }}
      current={state}
      vault={vault}
      managed={understand(managed)}
      onClose={vi.fn()}
      onStarted={started}
    />,
  );
const confirm = () => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  const last = buttons.at(-1);
  if (last === undefined) throw new Error('There is no button');
  return last;
};
const type = async (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog input[type="text"]');
  if (input === null) throw new Error('There is no field to type the number into');
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const labelOf = (name: string) => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((label) => label.textContent?.endsWith(name));
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};
const tick = (name: string) => act(() => void labelOf(name).querySelector('input')?.click());
const settle = () => act(() => Promise.resolve());
const sentPlan = (): Plan => send.mock.calls.at(-1)?.[1].plan;
const text = () => document.querySelector('dialog')?.textContent ?? '';

beforeEach(() => {
  send.mockReset();
  started.mockReset();
  send.mockResolvedValue(undefined);
});

describe('DeleteDialog', () => {
  it('sends the plan it showed once, however often the button is pressed', async () => {
    await open([picture(1), picture(2), picture(3, 'cdn.other.example')]);
    expect(confirm().textContent).toBe('Delete 2 images');
    expect(text()).toContain('1 image is left out: not known to be yours');
    await Promise.all([click(confirm()), click(confirm())]);
    await click(confirm());
    expect(send).toHaveBeenCalledTimes(1);
    expect(sentPlan().targets).toHaveLength(2);
    expect(Object.isFrozen(sentPlan())).toBe(true);
    expect(started).toHaveBeenCalledWith(sentPlan().id);
  });

  it('writes one image in the singular', async () => {
    await open([picture(1)]);
    expect(confirm().textContent).toBe('Delete 1 image');
  });

  it('asks for the number above 20 and takes no other', async () => {
    await open(Array.from({ length: 21 }, (_, at) => picture(at)));
    expect(confirm().disabled).toBe(true);
    await type('20');
    expect(confirm().disabled).toBe(true);
    await type(' 21 ');
    await click(confirm());
    expect(send.mock.calls[0]?.[1]).toMatchObject({ typed: 21 });
  });

  it('offers the videos of snapshots, with no type chosen beforehand', async () => {
    send.mockResolvedValue({ ...nothing, videos: { [video]: { CoverSnapshot: 4 } } });
    await open([snapshot]);
    expect(text()).toContain('1 snapshot of a video goes by its address');
    expect(confirm().disabled).toBe(false);
    await click(byRole('button', 'Delete images of this video instead'));
    await act(() => Promise.resolve());
    expect(confirm().disabled).toBe(true);
    expect(labelOf('CoverSnapshot').textContent).toContain('(4)');
    await tick('CoverSnapshot');
    expect(text()).toContain('left without a cover');
    expect(text()).toContain('all images of the chosen types of 1 video (about 4)');
    await type('1');
    send.mockResolvedValue(undefined);
    await click(confirm());
    expect(sentPlan().targets).toEqual([{ by: 'video', videoId: video, types: ['CoverSnapshot'] }]);
  });

  it('names ids that VOD could not be asked about, and has the number typed', async () => {
    send.mockRejectedValue(new Error('no answer'));
    await open([imageId]);
    await act(() => Promise.resolve());
    expect(text()).toContain('1 id was not checked with VOD');
    expect(text()).toContain(video);
    expect(confirm().disabled).toBe(true);
    await type('1');
    expect(confirm().disabled).toBe(false);
  });

  it('says how far the asking is, and goes on without the rest when told to', async () => {
    const ids = Array.from({ length: 201 }, (_, at) => at.toString(16).padStart(32, '0'));
    const items = ids.map((id) => ({ ...imageId, key: `image-id:${id}`, imageId: id }));
    const images = Object.fromEntries(ids.slice(0, 200).map((id) => [id, { title: id }]));
    send.mockResolvedValueOnce({ ...nothing, images }).mockReturnValueOnce(new Promise(() => {}));
    await open(items);
    await settle();
    expect(text()).toContain('200 of 201 answered');
    expect(confirm().disabled).toBe(true);
    await click(byRole('button', 'Go on without asking'));
    expect(text()).toContain('1 id was not checked with VOD');
    await type('201');
    expect(confirm().disabled).toBe(false);
  });

  it('shows each target with what VOD says of it, and warns of a cover', async () => {
    const created = Date.UTC(2026, 0, 5);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
    const said = { title: 'Poster', width: 1200, height: 800, size: 340_000, created, cover: true };
    send.mockResolvedValue({ ...nothing, images: { [video]: said } });
    await open([imageId, { ...picture(2), kind: 'cover' }]);
    await settle();
    expect(text()).toContain('2 of them are covers: videos that use them are left without one.');
    await act(() => {
      const details = document.querySelector<HTMLDetailsElement>('.plan-targets');
      if (details !== null) details.open = true;
    });
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    const name = byRole('grid', 'What is deleted')
      .querySelector('[role=row]')
      ?.getAttribute('aria-label');
    for (const fact of [video, 'Cover', 'Poster', '1200 × 800', '340 kB', '2026-01-05'])
      expect(name).toContain(fact);
  });

  it('leaves out ids that VOD has no image for', async () => {
    send.mockResolvedValue({ ...nothing, missing: [video] });
    await open([imageId, picture(1)]);
    await act(() => Promise.resolve());
    expect(text()).toContain('already gone');
    expect(confirm().textContent).toBe('Delete 1 image');
  });

  it('says why it was refused and can be tried again', async () => {
    send.mockResolvedValue('no-key');
    await open([picture(1)]);
    await click(confirm());
    await act(() => Promise.resolve());
    expect(byRole('alert').textContent).toContain('key is missing');
    expect(started).not.toHaveBeenCalled();
    expect(confirm().disabled).toBe(false);
  });

  it('leaves a snapshot out whose video goes instead, until the chosen types surely cover it', async () => {
    send.mockResolvedValue(nothing);
    await open([snapshot]);
    await click(byRole('button', 'Delete images of this video instead'));
    await settle();
    await tick('CoverSnapshot');
    expect(text()).toContain('1 snapshot is left out: the chosen types may not take it along');
    expect(text()).toContain('choose these types above: Snapshots.');
    expect(text()).not.toContain('of this video instead');
    await tick('NormalSnapshot');
    expect(text()).not.toContain('left out');
  });

  it('offers nothing for an image of a video that no type covers', async () => {
    await open([
      { ...snapshot, addresses: [`https://img.example.com/${video}/covers/ai/1.jpg`] },
      picture(1),
    ]);
    expect(text()).toContain('VOD has no way to delete it alone');
    expect(text()).not.toContain('instead');
  });

  it('names videos that VOD did not answer for, and why, in the words of asking', async () => {
    send.mockResolvedValue({ ...nothing, unasked: [other], fault: { kind: 'forbidden' } });
    await open([videoId]);
    await settle();
    expect(text()).toContain('1 id was not checked with VOD');
    expect(text()).toContain(other);
    expect(text()).toContain('vod:ListSnapshots');
    expect(text()).not.toContain('vod:DeleteImage');
    await tick('All');
    expect(text()).toContain('all images of the chosen types of 1 video.');
  });

  it('says about how many images of the videos go', async () => {
    const counts = {
      CoverSnapshot: 1,
      NormalSnapshot: 8,
      SpriteSnapshot: 2,
      SpriteOriginSnapshot: 2,
    };
    send.mockResolvedValue({ ...nothing, videos: { [other]: counts } });
    await open([picture(1), videoId]);
    await settle();
    await tick('All');
    expect(confirm().textContent).toBe('Delete 2 images');
    expect(text()).toContain('all images of the chosen types of 1 video (about 13)');
    expect(text()).toContain('about 13 images');
  });

  it('tells a plan that was not taken from an answer that did not come', async () => {
    send.mockRejectedValue(new CommandError('invalid', 'not understood'));
    await open([picture(1)]);
    await click(confirm());
    await settle();
    expect(byRole('alert').textContent).toContain('nothing was sent');
    expect(byRole('alert').textContent).not.toContain('history');
    send.mockRejectedValue(new Error('The message port closed'));
    await click(confirm());
    await settle();
    expect(byRole('alert').textContent).toContain('Look in the history');
  });

  it('offers to unlock the vault instead of deleting, and goes on once it is unlocked', async () => {
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
    expect(confirm().disabled).toBe(true);
    expect(text()).toContain('The vault is locked');
    send.mockResolvedValue({ ok: true });
    await typeInto('Passphrase', 'open');
    await submit('Unlock');
    expect(send.mock.calls.map(([command, input]) => [command.name, input])).toEqual([
      ['unlockVault', { passphrase: 'open' }],
    ]);
    await act(() => render(dialog(current), root));
    expect(text()).not.toContain('The vault is locked');
    send.mockResolvedValue(undefined);
    await click(confirm());
    expect(sentPlan().keyHint).toBe('LTAI…0001');
  });

  it.each([
    ['absent', 'key is missing', true],
    ['expired', 'key has expired', true],
    ['on-demand', 'This cannot be undone', false],
  ] as const)('with a key that is %s', async (keyState, words, shut) => {
    await open([picture(1)], { ...current, keyState });
    expect(text()).toContain(words);
    expect(confirm().disabled).toBe(shut);
  });

  it('names the account beside its colour', async () => {
    await open([picture(1)], { ...current, account: { ...current.account, colour: 'red' } });
    const dot = document.querySelector('dialog .colour-red');
    expect(dot?.parentElement?.textContent).toContain('Acme');
  });

  it('never exchanges the key that it showed for one that was entered since', async () => {
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
    await click(confirm());
    expect(sentPlan().keyHint).toBe('LTAI…0001');
  });

  describe('with limits of an administrator', () => {
    it('asks for the number also of a small plan', async () => {
      await open([picture(1), picture(2)], current, noVault, { alwaysTypeNumber: true });
      expect(confirm()).toHaveProperty('disabled', true);
      await type('2');
      await click(confirm());
      expect(send.mock.calls.at(-1)?.[1].typed).toBe(2);
    });

    it.each([
      ['deleting by address', { byAddress: false }, [picture(1)]],
      ['deleting by image id', { byId: false }, [imageId]],
    ])('says that it does not allow %s, and deletes nothing', async (what, deletions, items) => {
      send.mockResolvedValue({ ...nothing, images: { [video]: { title: 'Poster' } } });
      await open(items, current, noVault, { deletions });
      await settle();
      expect(text()).toContain(`Your administrator does not allow ${what}`);
      expect(text()).toContain('or ask your administrator');
      expect(() => byRole('button', 'Leave 1 out and keep the rest')).toThrow();
      expect(confirm()).toHaveProperty('disabled', true);
      await click(confirm());
      expect(send.mock.calls.filter(([{ name }]) => name === 'startJob')).toEqual([]);
    });

    it('leaves out what may not be deleted at a press, and says so', async () => {
      send.mockResolvedValue({ ...nothing, images: { [video]: { title: 'Poster' } } });
      await open([picture(1), imageId, picture(2)], current, noVault, {
        deletions: { byId: false },
      });
      await settle();
      expect(confirm()).toHaveProperty('disabled', true);
      await click(byRole('button', 'Leave 1 out and keep the rest'));
      await settle();
      expect(text()).toContain('1 target is left out.');
      send.mockResolvedValue(undefined);
      await click(confirm());
      expect(sentPlan().targets.map(({ by }) => by)).toEqual(['url', 'url']);
    });

    it('says how many it allows', async () => {
      await open([picture(1), picture(2)], current, noVault, { largestJob: 1 });
      expect(text()).toContain('Your administrator allows at most 1 target in one deletion');
      expect(confirm()).toHaveProperty('disabled', true);
    });

    it('sends nobody to settings that only it can change', async () => {
      const { account } = current;
      const limited = { ...account, limits: { ...account.limits, byVideo: false } };
      await open(
        [picture(1, 'cdn.other.example'), videoId],
        { ...current, account: limited, managed: true },
        noVault,
      );
      expect(text()).toContain('ask your administrator to add their domain');
      expect(text()).toContain('Your administrator set this limit');
      expect(() => byRole('button', 'Add domain')).toThrow();
    });
  });

  it('offers no image types where the account forbids deleting by video, and says why', async () => {
    const { account } = current;
    const limited = { ...account, limits: { ...account.limits, byVideo: false } };
    await open([picture(1), videoId], { ...current, account: limited });
    expect(text()).not.toContain('Which images of the video?');
    expect(text()).toContain('the account’s limits forbid deleting by VideoId');
    expect(text()).toContain('Allow that in the account’s limits');
    expect(send).not.toHaveBeenCalled();
    expect(confirm().textContent).toBe('Delete 1 image');
    expect(confirm()).toHaveProperty('disabled', false);
  });
});
