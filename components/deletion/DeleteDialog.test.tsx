// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../utils/collection/item.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import { byRole, click, show } from '../shared/testing.ts';
import { DeleteDialog } from './DeleteDialog.tsx';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);
vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/messages.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/messages.ts')>()),
  send,
}));

const current: AccountState = {
  account: { id: 'a', name: 'Acme', region: 'cn-shanghai', ownDomains: ['img.example.com'] },
  keyHint: 'LTAI…0001',
};
const video = 'a'.repeat(32);
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

const started = vi.fn();
const open = (items: readonly Item[], state = current) =>
  show(<DeleteDialog request={{ items }} current={state} onClose={vi.fn()} onStarted={started} />);
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
    send.mockResolvedValue({ images: {}, missing: [], videos: { [video]: { CoverSnapshot: 4 } } });
    await open([snapshot]);
    expect(confirm().disabled).toBe(true);
    await click(byRole('button', 'Delete images of this video instead'));
    await act(() => Promise.resolve());
    expect(confirm().disabled).toBe(true);
    const covers = [...document.querySelectorAll('label')].find((label) =>
      label.textContent?.includes('CoverSnapshot'),
    );
    expect(covers?.textContent).toContain('(4)');
    const box = covers?.querySelector('input');
    await act(() => void box?.click());
    expect(text()).toContain('left without a cover');
    await type('1');
    send.mockResolvedValue(undefined);
    await click(confirm());
    expect(sentPlan().targets).toEqual([{ by: 'video', videoId: video, types: ['CoverSnapshot'] }]);
  });

  it('names ids that VOD could not be asked about, and has the number typed', async () => {
    send.mockRejectedValue(new Error('no answer'));
    await open([imageId]);
    await act(() => Promise.resolve());
    expect(text()).toContain('1 image id was not checked with VOD');
    expect(confirm().disabled).toBe(true);
    await type('1');
    expect(confirm().disabled).toBe(false);
  });

  it('leaves out ids that VOD has no image for', async () => {
    send.mockResolvedValue({ images: {}, missing: [video], videos: {} });
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
});
