// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { itemAt } from '../../tests/components/fixtures.ts';
import { byRole, show } from '../../tests/components/page.ts';
import { sleep } from '../../utils/async/sleep.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { NO_OUTCOMES } from '../../utils/job/outcome.ts';
import { App } from './App.tsx';

vi.mock('../watching/WatchPanel.tsx', () => ({ WatchPanel: () => null }));
vi.mock('../tabs/use-page.ts', () => ({ usePage: () => ({ page: undefined }) }));
vi.mock('../collection/list/ImageList.tsx', () => ({ ImageList: () => null }));

const jobs = vi.hoisted(() => vi.fn());
const image = itemAt('https://img.example.com/a.png', { standing: 'unknown' });
vi.mock('../../utils/job/journal.ts', () => ({
  openJournal: () => ({
    jobs,
    job: async () => undefined,
    plan: async () => undefined,
    outcomes: async () => [],
  }),
}));
vi.mock('../../utils/collection/collected.ts', () => ({
  openCollected: () => ({ items: async () => [image], count: async () => 1 }),
}));

const running: JobRecord = {
  id: 'job',
  state: 'running',
  accountId: 'a',
  accountName: 'Acme',
  region: 'cn-shanghai',
  keyHint: 'LTAI…0001',
  total: 40,
  videos: 0,
  createdAt: 1,
  startsAt: 1,
  counts: NO_OUTCOMES,
};
const open = async (address: string) => {
  window.history.replaceState(null, '', address);
  await show(<App />);
  // The first reads render components that read more.
  for (let round = 0; round < 3; round += 1) {
    await act(() => sleep(20));
  }
};
const selectedTab = () => document.querySelector('[role="tab"][aria-selected="true"]')?.textContent;

beforeEach(() => {
  jobs.mockReset();
  jobs.mockResolvedValue([running]);
});

it('opens on the job that was running when it was closed', async () => {
  await open('/popup.html');
  expect(selectedTab()).toBe('History1');
});

it('opens on the image that was just chosen, also when a job is running', async () => {
  await open(`/popup.html?only=${encodeURIComponent(image.key)}`);
  expect(selectedTab()).toBe('Collected1');
  expect(document.body.textContent).toContain('This is the image you chose on the page.');
  expect(byRole('progressbar', 'Deletion')).toBeTruthy();
});

it('says that the history cannot be read', async () => {
  jobs.mockRejectedValue(new Error('The storage is broken'));
  await open('/popup.html');
  await act(() => byRole('tab', 'History').click());
  expect(document.body.textContent).toContain('could not be read');
  expect(byRole('button', 'Try again')).toBeTruthy();
});
