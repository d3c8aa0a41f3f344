import type { OutcomeCounts } from '../../../utils/job/outcome.ts';
import type { RateUse } from './measure.ts';
import type { WorkerCost } from './worker-probe.ts';

interface Row {
  readonly name: string;
  readonly targets: number;
  readonly use: RateUse;
  readonly counts: OutcomeCounts;
  readonly cost: WorkerCost;
}

/** The columns of the table: heading, and how to write its cell for a job. */
const columns: readonly (readonly [string, (row: Row) => string])[] = [
  ['job', ({ name }) => name],
  ['targets', ({ targets }) => whole(targets)],
  ['calls', ({ use }) => whole(use.calls)],
  ['time', ({ use }) => `${use.seconds.toFixed(1)} s`],
  [
    'up to speed after',
    ({ use }) => (Number.isNaN(use.upAfter) ? '–' : `${use.upAfter.toFixed(1)} s`),
  ],
  ['of the limit from then on', ({ use }) => percent(use.ofLimit)],
  ['throttled', ({ use }) => percent(use.throttled / use.calls)],
  ['worker, most', ({ cost }) => `${(cost.heap / 1_048_576).toFixed(1)} MB`],
  ['database writes', ({ cost }) => `${whole(cost.writes)} in ${whole(cost.transactions)}`],
  [
    'outcomes',
    ({ counts }) =>
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => `${whole(count)} ${outcome}`)
        .join(', '),
  ],
];

export function printHead(): void {
  print(columns.map(([head]) => head));
  print(columns.map(() => '---'));
}

export function printRow(row: Row): void {
  print(columns.map(([, cell]) => cell(row)));
}

/** Prints the times of the baseline, given in milliseconds; `single` was measured on a sample. */
export function printBaseline(took: {
  readonly images: number;
  readonly sample: number;
  readonly twenty: number;
  readonly single: number;
}): void {
  const { images, sample, twenty, single } = took;
  console.log(
    `\nOne call at a time with @alicloud/openapi-core, ${whole(images)} ids: ` +
      `20 a call ${(twenty / 1000).toFixed(1)} s; one a call ` +
      `${((single / 1000) * (images / sample)).toFixed(1)} s (computed from ${whole(sample)} ` +
      `that took ${(single / 1000).toFixed(1)} s).`,
  );
}

/** @returns A share as a percentage; a dash for NaN. */
export function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`;
}

function whole(count: number): string {
  return count.toLocaleString('en');
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
