// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nothing, picture, snapshot, video, videoId } from '../../tests/components/fixtures.ts';
import { byRole, click } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import { askAbout, listImages } from '../../utils/plan/commands.ts';
import type { Listed } from '../../utils/plan/listed.ts';
import {
  confirmButton,
  current,
  labelOf,
  open,
  sentPlan,
  settle,
  started,
  text,
  tick,
  typeNumber,
} from './testing.tsx';

vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

/** Sets what VOD answers about ids, and what it lists for videos. */
const answer = (asked: Asked, listed: Listed = { videos: {} }) => {
  worker.answers(askAbout, asked);
  worker.answers(listImages, listed);
};

beforeEach(() => {
  started.mockReset();
});

describe('DeleteDialog, with images of videos', () => {
  it('offers the videos of snapshots, with no type chosen at first', async () => {
    answer({ ...nothing, videos: { [video]: { CoverSnapshot: 4 } } });
    await open([snapshot]);
    await settle();
    expect(text()).toContain('1 snapshot of a video goes by its address');
    expect(confirmButton().disabled).toBe(false);
    await click(byRole('button', 'Delete images of this video instead'));
    await act(() => Promise.resolve());
    expect(confirmButton().disabled).toBe(true);
    expect(labelOf('CoverSnapshot').textContent).toContain('(4)');
    await tick('CoverSnapshot');
    expect(text()).toContain('left without a cover');
    expect(text()).toContain('all images of the chosen types of 1 video (about 4)');
    await typeNumber('1');
    await click(confirmButton());
    expect(sentPlan().targets).toEqual([{ by: 'video', videoId: video, types: ['CoverSnapshot'] }]);
  });

  it('leaves out a snapshot of a chosen video until the chosen types surely include it', async () => {
    answer(nothing);
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

  it('asks VOD for its lists of snapshots before the confirmation, and warns of covers', async () => {
    const other = {
      ...snapshot,
      key: 'other',
      addresses: [`${snapshot.addresses[0]}`.replace(/b{32}/, 'c'.repeat(32))],
    };
    const path = `/${video}/snapshots/${'b'.repeat(32)}-00001.jpg`;
    let reply = (_listed: Listed) => {};
    worker.answers(askAbout, nothing);
    worker.answers(listImages, () => new Promise((resolve) => (reply = resolve)));
    await open([snapshot, other]);
    expect(text()).toContain('0 of 1 answered');
    expect(confirmButton().disabled).toBe(true);
    await act(() =>
      reply({ videos: { [video]: { types: { [path]: 'CoverSnapshot' }, whole: true } } }),
    );
    await settle();
    await settle();
    expect(text()).toContain('1 of them is a cover: a video that uses it is left without one.');
    expect(text()).toContain('1 of them is not in VOD’s list of that video’s images');
    expect(confirmButton().disabled).toBe(false);
  });

  it('says why VOD could not be asked about snapshots, but allows their deletion', async () => {
    answer(nothing, { videos: {}, fault: { kind: 'forbidden' } });
    await open([snapshot]);
    await settle();
    expect(text()).toContain('VOD could not be asked whether it still has them.');
    expect(text()).toContain('vod:ListSnapshots');
    expect(text()).not.toContain('not in VOD’s list');
    expect(confirmButton().disabled).toBe(false);
  });

  it('can continue without the lists of VOD', async () => {
    worker.answers(listImages, () => new Promise(() => {}));
    await open([snapshot]);
    expect(confirmButton().disabled).toBe(true);
    await click(byRole('button', 'Go on without asking'));
    expect(confirmButton().disabled).toBe(false);
  });

  it('offers nothing for an image of a video that no type includes', async () => {
    await open([
      { ...snapshot, addresses: [`https://img.example.com/${video}/covers/ai/1.jpg`] },
      picture(1),
    ]);
    expect(text()).toContain('VOD has no way to delete it alone');
    expect(text()).not.toContain('instead');
  });

  it('offers no image types when the account forbids deleting by video, and says why', async () => {
    const { account } = current;
    const limited = { ...account, limits: { ...account.limits, byVideo: false } };
    await open([picture(1), videoId], { ...current, account: limited });
    expect(text()).not.toContain('Which images of the video?');
    expect(text()).toContain('the account’s limits forbid deleting by VideoId');
    expect(text()).toContain('Allow that in the account’s limits');
    expect(worker.sent()).toEqual([]);
    expect(confirmButton().textContent).toBe('Delete 1 image');
    expect(confirmButton()).toHaveProperty('disabled', false);
  });
});
