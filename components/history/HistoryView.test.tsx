// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { byRole, click, press, show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { sleep } from '../../utils/async/sleep.ts';
import { removeJobs } from '../../utils/history/commands.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { Journal } from '../../utils/job/journal.ts';
import type { Outcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { HistoryView } from './HistoryView.tsx';
import { LOOKING_FOR_ALL } from './looking.ts';

const held = vi.hoisted((): { journal: Journal | undefined } => ({ journal: undefined }));
vi.mock('../../utils/job/journal.ts', async (original) => ({
  ...(await original<typeof import('../../utils/job/journal.ts')>()),
  openJournal: () => held.journal,
}));

const saved = vi.hoisted(() => vi.fn());
vi.mock('../shared/take-away.ts', () => ({
  saveList: (...all: unknown[]) => saved('json', ...all),
  saveListAsCsv: (...all: unknown[]) => saved('csv', ...all),
}));

let journal: Journal;

/** Stores an ended job in the journal, with one target for each outcome. @returns Its id. */
async function job(account: string, host: string, ...outcomes: Outcome[]): Promise<string> {
  const id = crypto.randomUUID();
  const plan: Plan = {
    id,
    accountId: account.toLowerCase(),
    region: 'cn-shanghai',
    keyHint: 'LTAI…0001',
    createdAt: 0,
    targets: outcomes.map((_, index) => ({
      by: 'url',
      address: `https://${host}/image/${index}.png`,
      found: { kind: 'image', standing: 'mine', page: `https://site.example/${host}` },
    })),
    calls: [outcomes.map((_, index) => index)],
  };
  await journal.open(plan, { accountName: account, startsAt: 0 });
  await journal.settled(
    id,
    outcomes.map((outcome, target) => ({ target, outcome, requestId: `R-${target}` })),
  );
  await journal.move(id, () => ({ state: 'ended', endedAt: Date.now() }));
  // Each job is later than the one before, so that their order is certain.
  await wait(2);
  return id;
}

const wait = (ms: number) => act(() => sleep(ms));
const opened = vi.fn();

function View({ jobs, last }: { jobs: readonly JobRecord[]; last?: string }) {
  const [looking, setLooking] = useState(LOOKING_FOR_ALL);
  return (
    <HistoryView
      history={{ value: jobs, failed: false, readAgain: () => {} }}
      last={last}
      looking={looking}
      onLook={setLooking}
      onOpen={opened}
    />
  );
}

async function open(last?: string): Promise<void> {
  const jobs = await journal.jobs();
  await show(<View jobs={jobs} {...(last === undefined ? {} : { last })} />);
  await wait(30);
}

const entries = () => [...document.querySelectorAll<HTMLElement>('.history-job')];
const shown = () => entries().map(({ dataset }) => dataset.job);
const field = (label: string) => {
  const found = document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
  if (found === null) throw new Error(`There is no ${label}`);
  return found;
};
async function set(label: string, value: string, event: 'input' | 'change'): Promise<void> {
  await act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event(event, { bubbles: true }));
  });
  await wait(250);
}

let acme: string;
let other: string;

beforeEach(async () => {
  // The test DOM has no layout, and a list without a height renders no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(92);
  journal = new Journal(crypto.randomUUID());
  held.journal = journal;
  for (const mock of [saved, opened]) mock.mockReset();
  acme = await job('Acme', 'img.acme.example', 'deleted', 'failed');
  other = await job('Other', 'img.other.example', 'deleted', 'deleted');
});

describe('the list of deletions', () => {
  it('shows each deletion with its account and page, newest first', async () => {
    await open();
    expect(shown()).toEqual([other, acme]);
    expect(entries()[1]?.textContent).toContain('Acme');
    expect(entries()[1]?.textContent).toContain('site.example/img.acme.example');
    await click(entries()[1] ?? document.body);
    expect(opened).toHaveBeenCalledWith(acme);
  });

  it.each([
    ['Account', 'acme', () => acme],
    ['Outcome', 'failed', () => acme],
  ])('filters by %s', async (label, value, expected) => {
    await open();
    await set(label, value, 'change');
    expect(shown()).toEqual([expected()]);
    expect(document.body.textContent).toContain('1 of 2 deletions');
  });

  it('searches by host, page and job id, and says when nothing fits', async () => {
    await open();
    for (const [words, expected] of [
      ['img.other.example', [other]],
      ['site.example acme', [acme]],
      [acme, [acme]],
      ['nowhere', []],
    ] as const) {
      await set('Search deletions', words, 'input');
      expect(shown()).toEqual(expected);
    }
    expect(document.body.textContent).toContain('No deletion fits');
    await click(byRole('button', 'Show all deletions'));
    expect(shown()).toEqual([other, acme]);
  });

  it('has one entry in the tab order, and arrows move to the others', async () => {
    await open();
    expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    const [first] = entries();
    first?.focus();
    await press(first ?? document.body, 'ArrowDown');
    expect(document.activeElement).toBe(entries()[1]);
    expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
    await press(entries()[1] ?? document.body, 'Home');
    expect(document.activeElement).toBe(entries()[0]);
  });

  it('returns the focus to the entry that was open', async () => {
    await open(acme);
    expect((document.activeElement as HTMLElement | null)?.dataset.job).toBe(acme);
  });

  it('moves the focus to the first entry when the focused one is removed', async () => {
    const jobs = await journal.jobs();
    const change: { remove?: () => void } = {};
    const Changing = () => {
      const [left, setLeft] = useState(jobs);
      change.remove = () => setLeft(jobs.filter(({ id }) => id !== acme));
      return <View jobs={left} last={acme} />;
    };
    await show(<Changing />);
    await wait(30);
    await act(() => change.remove?.());
    await wait(30);
    expect((document.activeElement as HTMLElement | null)?.dataset.job).toBe(other);
  });
});

describe('the chart', () => {
  it('is also a table', async () => {
    await open();
    const rows = [...document.querySelectorAll('table tr')].map(({ children }) =>
      [...children].slice(1).map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['Deleted', 'Failed'],
      ['3', '1'],
    ]);
  });
});

describe('exporting and clearing', () => {
  it.each([
    ['Export', 'json'],
    ['Export CSV', 'csv'],
  ])('%s exports the shown jobs', async (button, form) => {
    await open();
    await set('Account', 'acme', 'change');
    await click(byRole('button', button));
    await wait(30);
    const [[as, , list]] = saved.mock.calls as [[string, string, { items: { url: string }[] }]];
    expect(as).toBe(form);
    expect(list.items.map(({ url }) => url)).toEqual([
      'https://img.acme.example/image/0.png',
      'https://img.acme.example/image/1.png',
    ]);
  });

  it('asks before it clears, and clears only the named jobs', async () => {
    worker.answers(removeJobs, 1);
    HTMLDialogElement.prototype.showModal ??= () => {};
    await open();
    await set('Account', 'acme', 'change');
    await click(byRole('button', 'Clear history…'));
    expect(worker.sent()).toEqual([]);
    await click(byRole('button', 'Remove 1 deletion from the history'));
    await wait(10);
    expect(worker.sent()).toEqual([['removeJobs', { jobIds: [acme] }]]);
  });
});
