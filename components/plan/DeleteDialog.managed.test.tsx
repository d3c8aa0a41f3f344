// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../utils/plan/plan.ts';
import { byRole, click } from '../shared/testing.ts';
import {
  confirmButton,
  current,
  imageId,
  nothing,
  noVault,
  open,
  picture,
  settle,
  started,
  text,
  typeNumber,
  video,
  videoId,
} from './testing.tsx';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);
vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/messages.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/messages.ts')>()),
  send,
}));

const sentPlan = (): Plan => send.mock.calls.at(-1)?.[1].plan;

beforeEach(() => {
  send.mockReset();
  started.mockReset();
  send.mockResolvedValue(undefined);
});

describe('DeleteDialog, with limits of an administrator', () => {
  it('asks for the number also of a small plan', async () => {
    await open([picture(1), picture(2)], current, noVault, { alwaysTypeNumber: true });
    expect(confirmButton()).toHaveProperty('disabled', true);
    await typeNumber('2');
    await click(confirmButton());
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
    expect(confirmButton()).toHaveProperty('disabled', true);
    await click(confirmButton());
    expect(send.mock.calls.filter(([{ name }]) => name === 'startJob')).toEqual([]);
  });

  it('leaves out what may not be deleted at a press, and says so', async () => {
    send.mockResolvedValue({ ...nothing, images: { [video]: { title: 'Poster' } } });
    await open([picture(1), imageId, picture(2)], current, noVault, {
      deletions: { byId: false },
    });
    await settle();
    expect(confirmButton()).toHaveProperty('disabled', true);
    await click(byRole('button', 'Leave 1 out and keep the rest'));
    await settle();
    expect(text()).toContain('1 target is left out.');
    send.mockResolvedValue(undefined);
    await click(confirmButton());
    expect(sentPlan().targets.map(({ by }) => by)).toEqual(['url', 'url']);
  });

  it('says how many it allows', async () => {
    await open([picture(1), picture(2)], current, noVault, { largestJob: 1 });
    expect(text()).toContain('Your administrator allows at most 1 target in one deletion');
    expect(confirmButton()).toHaveProperty('disabled', true);
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
