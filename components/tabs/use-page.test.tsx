// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { spotPage } from '../../utils/tabs/commands.ts';
import type { PageSightings } from '../../utils/tabs/reports/page-sightings.ts';
import { usePage } from './use-page.ts';

const events: string[] = [];
let tell: ((page: PageSightings) => void) | undefined;
let review: ((tabId: number) => void) | undefined;

vi.mock('../../utils/browser/tabs.ts', () => ({
  observeReviewedTab: (_address: string, listener: (tabId: number) => void) => {
    review = listener;
    listener(1);
    return () => {};
  },
}));
vi.mock('../../utils/tabs/reports/page-sightings.ts', () => ({
  observePage: (tabId: number, listener: (page: PageSightings) => void) => {
    events.push(`read ${tabId}`);
    tell = listener;
    return () => {};
  },
}));

function Page() {
  const { page } = usePage();
  return <p>{typeof page === 'object' ? `${page.state} ${page.sightings.length}` : 'unknown'}</p>;
}

const spotting = (): PageSightings => ({ state: 'spotting', sightings: [] });

beforeEach(() => {
  events.length = 0;
  worker.answers(spotPage, ({ tabId }) => {
    events.push(`spot ${tabId}, ${document.body.textContent}`);
  });
});

it('reads a tab before the first paint', () => {
  const root = document.body.appendChild(document.createElement('div'));
  render(<Page />, root);
  expect(events).toEqual([]);
  return Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => expect(events).toEqual(['read 1']));
});

it('spots a tab once, after its stored sightings are shown', async () => {
  await show(<Page />);
  expect(events).toEqual(['read 1']);
  await act(() => tell?.(spotting()));
  expect(events).toEqual(['read 1', 'spot 1, spotting 0']);
  await act(() => tell?.({ ...spotting(), state: 'spotted' }));
  expect(events).toHaveLength(2);
});

it('spots each tab that becomes the reviewed one', async () => {
  await show(<Page />);
  await act(() => tell?.(spotting()));
  await act(() => review?.(2));
  expect(events.at(-1)).toBe('read 2');
  await act(() => tell?.(spotting()));
  expect(events.slice(2)).toEqual(['read 2', 'spot 2, spotting 0']);
});
