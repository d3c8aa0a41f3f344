import type { Sample } from './measure.ts';

/** The rows of the table: name, how to read the figure, its unit, and the aim. */
const figures: readonly (readonly [string, (sample: Sample) => number, Unit, string?])[] = [
  ['first row there after', ({ row }) => row, 'ms'],
  ['usable after', ({ usable }) => usable, 'ms', '≤ 200 ms'],
  ['its frame made after', ({ shown }) => shown, 'ms'],
  ['work of its main thread until then', ({ worked }) => worked, 'ms'],
  ['elements', ({ elements }) => elements, 'count', '< 400'],
  ['nodes, texts included', ({ nodes }) => nodes, 'count', '< 400'],
  ['frame while scrolling, median', ({ intervals }) => quantile(intervals, 0.5), 'ms', '16.7 ms'],
  ['95 of 100 frames within', ({ intervals }) => quantile(intervals, 0.95), 'ms'],
  ['frames over 25 ms, of 120', ({ intervals }) => intervals.filter(isLong).length, 'count', '0'],
  ['frames without rows', ({ blank }) => blank, 'count', '0'],
  ['other rows after a letter', ({ typed }) => typed, 'ms'],
  ['JavaScript’s heap', ({ heap }) => heap, 'MB'],
  ['the browser’s own objects', ({ own }) => own, 'MB'],
];

type Unit = 'ms' | 'count' | 'MB';

const LONG_FRAME_MS = 25;

function isLong(interval: number): boolean {
  return interval > LONG_FRAME_MS;
}

/** Prints the figures of the popup beside the medians of the plain page. */
export function printTable(popup: readonly Sample[], plain: readonly Sample[]): void {
  print(['figure', 'popup', 'slowest', 'all rows in the document', '÷ popup', 'aim']);
  print(Array(6).fill('---'));
  for (const [name, read, unit, aim = ''] of figures) {
    const mine = popup.map(read);
    const theirs = quantile(plain.map(read), 0.5);
    const half = quantile(mine, 0.5);
    print([
      name,
      text(half, unit),
      text(Math.max(...mine), unit),
      text(theirs, unit),
      half === 0 ? '–' : (theirs / half).toFixed(1),
      aim,
    ]);
  }
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function text(value: number, unit: Unit): string {
  if (unit === 'count') return value.toLocaleString('en');
  return unit === 'MB' ? `${(value / 1_048_576).toFixed(1)} MB` : `${value.toFixed(1)} ms`;
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
