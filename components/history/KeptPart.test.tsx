// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { byRole, click, settle, show } from '../../tests/components/page.ts';
import { keptDays } from '../../utils/settings/settings.ts';
import { KeptPart } from './KeptPart.tsx';

const jobs = vi.hoisted(() => vi.fn());
vi.mock('../../utils/job/journal.ts', () => ({ openJournal: () => ({ jobs }) }));

const ended = (daysAgo: number) => ({
  id: crypto.randomUUID(),
  state: 'ended',
  endedAt: Date.now() - daysAgo * 86_400_000,
});
const choice = () => {
  const found = document.querySelector('select');
  if (found === null) throw new Error('There is no choice');
  return found;
};
async function choose(days: string): Promise<void> {
  await act(() => {
    choice().value = days;
    choice().dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

beforeEach(async () => {
  fakeBrowser.reset();
  jobs.mockResolvedValue([ended(10), ended(40)]);
  await show(<KeptPart />);
  await settle();
});

it('shows a year by default, and a value that is set elsewhere', async () => {
  expect(choice().value).toBe('365');
  await act(() => keptDays.save(0));
  expect(choice().value).toBe('0');
});

it('saves a time that removes nothing without asking', async () => {
  await choose('90');
  expect(await keptDays.value()).toBe(90);
  expect(document.body.textContent).toContain('Saved');
});

it('asks before a time removes jobs, and changes nothing when the answer is no', async () => {
  await choose('30');
  expect(await keptDays.value()).toBe(365);
  await click(byRole('button', 'Cancel'));
  await settle();
  expect(choice().value).toBe('365');
  await choose('30');
  await click(byRole('button', 'Remove 1 deletion from the history'));
  await settle();
  expect(await keptDays.value()).toBe(30);
  expect(choice().value).toBe('30');
});
