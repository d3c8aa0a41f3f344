// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  imageId,
  nothing,
  noVault,
  picture,
  video,
  videoId,
} from '../../tests/components/fixtures.ts';
import { byRole, click } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { startJob } from '../../utils/job/commands.ts';
import { askAbout } from '../../utils/plan/commands.ts';
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

describe('DeleteDialog, with limits of an administrator', () => {
  it('requires the number also for a small plan', async () => {
    await open([picture(1), picture(2)], current, noVault, { alwaysTypeNumber: true });
    expect(confirmButton()).toHaveProperty('disabled', true);
    await typeNumber('2');
    await click(confirmButton());
    expect(worker.sentTo(startJob).at(-1)?.typed).toBe(2);
  });

  it.each([
    ['deleting by address', { byAddress: false }, [picture(1)]],
    ['deleting by image id', { byId: false }, [imageId]],
  ])(
    'says that the administrator forbids %s, and deletes nothing',
    async (what, deletions, items) => {
      worker.answers(askAbout, { ...nothing, images: { [video]: { title: 'Poster' } } });
      await open(items, current, noVault, { deletions });
      await settle();
      expect(text()).toContain(`Your administrator does not allow ${what}`);
      expect(text()).toContain('or ask your administrator');
      expect(() => byRole('button', 'Leave 1 out and keep the rest')).toThrow();
      expect(confirmButton()).toHaveProperty('disabled', true);
      await click(confirmButton());
      expect(worker.sentTo(startJob)).toEqual([]);
    },
  );

  it('has a button that leaves out forbidden targets, and says so', async () => {
    worker.answers(askAbout, { ...nothing, images: { [video]: { title: 'Poster' } } });
    await open([picture(1), imageId, picture(2)], current, noVault, {
      deletions: { byId: false },
    });
    await settle();
    expect(confirmButton()).toHaveProperty('disabled', true);
    await click(byRole('button', 'Leave 1 out and keep the rest'));
    await settle();
    expect(text()).toContain('1 target is left out.');
    await click(confirmButton());
    expect(sentPlan().targets.map(({ by }) => by)).toEqual(['url', 'url']);
  });

  it('says how many targets are allowed', async () => {
    await open([picture(1), picture(2)], current, noVault, { largestJob: 1 });
    expect(text()).toContain('Your administrator allows at most 1 target in one deletion');
    expect(confirmButton()).toHaveProperty('disabled', true);
  });

  it('does not point to settings that only the administrator can change', async () => {
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
