// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  imageId,
  nothing,
  otherVideo,
  picture,
  video,
  videoId,
} from '../../tests/components/fixtures.ts';
import { byRole, click } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { sleep } from '../../utils/async/sleep.ts';
import { itemById } from '../../utils/collection/item.ts';
import { askAbout } from '../../utils/plan/commands.ts';
import { confirmButton, open, settle, started, text, tick, typeNumber } from './testing.tsx';

vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

beforeEach(() => {
  started.mockReset();
});

describe('DeleteDialog, during and after asking VOD', () => {
  it('lists ids that VOD could not be asked about, and requires the number', async () => {
    worker.fails();
    await open([imageId]);
    await act(() => Promise.resolve());
    expect(text()).toContain('1 id was not checked with VOD');
    expect(text()).toContain(video);
    expect(confirmButton().disabled).toBe(true);
    await typeNumber('1');
    expect(confirmButton().disabled).toBe(false);
  });

  it('shows how many ids have an answer, and can continue without the rest', async () => {
    const ids = Array.from({ length: 201 }, (_, at) => at.toString(16).padStart(32, '0'));
    const items = ids.map((id) => itemById('image-id', id));
    const images = Object.fromEntries(ids.slice(0, 200).map((id) => [id, { title: id }]));
    const replies = [{ ...nothing, images }];
    worker.answers(askAbout, () => replies.shift() ?? new Promise(() => {}));
    await open(items);
    await settle();
    expect(text()).toContain('200 of 201 answered');
    expect(confirmButton().disabled).toBe(true);
    await click(byRole('button', 'Go on without asking'));
    expect(text()).toContain('1 id was not checked with VOD');
    await typeNumber('201');
    expect(confirmButton().disabled).toBe(false);
  });

  it('shows what VOD says about each target, and warns of a cover', async () => {
    const created = Date.UTC(2026, 0, 5);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
    const said = { title: 'Poster', width: 1200, height: 800, size: 340_000, created, cover: true };
    worker.answers(askAbout, { ...nothing, images: { [video]: said } });
    await open([imageId, { ...picture(2), kind: 'cover' }]);
    await settle();
    expect(text()).toContain('2 of them are covers: videos that use them are left without one.');
    await act(() => {
      const details = document.querySelector<HTMLDetailsElement>('.plan-targets');
      if (details !== null) details.open = true;
    });
    await act(() => sleep(0));
    const name = byRole('grid', 'What is deleted')
      .querySelector('[role=row]')
      ?.getAttribute('aria-label');
    for (const fact of [video, 'Cover', 'Poster', '1200 × 800', '340 kB', '2026-01-05'])
      expect(name).toContain(fact);
  });

  it('leaves out ids that VOD has no image for', async () => {
    worker.answers(askAbout, { ...nothing, missing: [video] });
    await open([imageId, picture(1)]);
    await act(() => Promise.resolve());
    expect(text()).toContain('already gone');
    expect(confirmButton().textContent).toBe('Delete 1 image');
  });

  it('lists videos that VOD did not answer for, and says why', async () => {
    worker.answers(askAbout, { ...nothing, unasked: [otherVideo], fault: { kind: 'forbidden' } });
    await open([videoId]);
    await settle();
    expect(text()).toContain('1 id was not checked with VOD');
    expect(text()).toContain(otherVideo);
    expect(text()).toContain('vod:ListSnapshots');
    expect(text()).not.toContain('vod:DeleteImage');
    await tick('All');
    expect(text()).toContain('all images of the chosen types of 1 video.');
  });

  it('says about how many images of the videos are deleted', async () => {
    const counts = {
      CoverSnapshot: 1,
      NormalSnapshot: 8,
      SpriteSnapshot: 2,
      SpriteOriginSnapshot: 2,
    };
    worker.answers(askAbout, { ...nothing, videos: { [otherVideo]: counts } });
    await open([picture(1), videoId]);
    await settle();
    await tick('All');
    expect(confirmButton().textContent).toBe('Delete 2 images');
    expect(text()).toContain('all images of the chosen types of 1 video (about 13)');
    expect(text()).toContain('about 13 images');
  });
});
