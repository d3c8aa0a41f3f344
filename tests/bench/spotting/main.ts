import { parseArgs } from 'node:util';
import { type Bench, type Fresh, openBench } from './browser.ts';
import type { Cost } from './in-page.ts';
import { type BenchPage, benchPage, cards } from './pages.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '2000,10000,50000' },
  },
  // Other parts have options of their own.
  strict: false,
});
const runs = Number(values.runs);
const sizes = String(values.sizes).split(',').map(Number);

interface Row {
  readonly page: string;
  readonly floor: number;
  readonly usual: number;
  readonly first: number;
  readonly slices: number;
  readonly longest: number;
  readonly added: number;
  readonly changed: number;
  readonly bytes: number | undefined;
  readonly found: string;
}

const bench = await openBench();
printHead();
for (const vod of [true, false]) {
  for (const size of sizes) printRow(await measure(bench, size, vod));
}
await bench.close();

async function measure(on: Bench, size: number, vod: boolean): Promise<Row> {
  const page = benchPage(size, vod);
  const floor: number[] = [];
  const usual: number[] = [];
  const spotter: Awaited<ReturnType<typeof search>>[] = [];
  // The three take turns, so that other load on the machine affects all of them alike.
  for (let run = 0; run < runs; run++) {
    floor.push(await on.fresh(page, (fresh) => processor(fresh, 'floor')));
    spotter.push(await search(on, page, vod));
    usual.push(await on.fresh(page, (fresh) => processor(fresh, 'usual')));
  }
  const last = spotter.at(-1);
  return {
    page: `${size.toLocaleString('en')} ${vod ? 'with VOD' : 'without'}`,
    floor: median(floor),
    usual: median(usual),
    first: median(spotter.map(({ spent }) => spent)),
    slices: median(spotter.map(({ first }) => first.total)),
    longest: median(spotter.map(({ first }) => first.longest)),
    added: median(spotter.map(({ added }) => added.total)),
    changed: median(spotter.map(({ changed }) => changed.total)),
    bytes: vod ? median(spotter.map(({ bytes }) => bytes)) : undefined,
    found: last ? judge(last.changed.keys, last.keys) : '',
  };
}

/** @returns The processor time of one call on the main thread; other processes do not count. */
async function processor(fresh: Fresh, name: string): Promise<number> {
  const start = await fresh.processor();
  await fresh.call(name);
  return (await fresh.processor()) - start;
}

async function search(on: Bench, page: BenchPage, vod: boolean) {
  const more = cards(1_000_000, 500, vod);
  const moved = cards(2_000_000, 500, vod);
  return on.fresh(page, async (fresh) => {
    const before = await fresh.heap();
    const start = await fresh.processor();
    const first = await fresh.call<Cost>('first');
    const spent = (await fresh.processor()) - start;
    const bytes = ((await fresh.heap()) - before) / Math.max(1, page.keys.length);
    await fresh.asPage(
      `document.getElementById('list').insertAdjacentHTML('beforeend', ${JSON.stringify(more.html)})`,
    );
    const added = await fresh.call<Cost>('settled');
    await fresh.asPage(`{
      const holder = document.createElement('template');
      holder.innerHTML = ${JSON.stringify(moved.html)};
      const images = document.querySelectorAll('#list img');
      holder.content.querySelectorAll('img').forEach((from, n) => { images[n].dataset.src = from.src; });
    }`);
    const changed = await fresh.call<Cost>('settled');
    const shown = moved.keys.filter((key) =>
      moved.html.toLowerCase().includes(`src="https://${key}`),
    );
    const onlyLater = new Set(moved.keys.filter((key) => !isShown(moved.html, key)));
    const keys = [...page.keys, ...more.keys, ...shown.filter((key) => !onlyLater.has(key))];
    return { first, spent, bytes, added, changed, keys };
  });
}

/** @returns Whether a key is the `src` of a card, not only its `data-src`. */
function isShown(html: string, key: string): boolean {
  return html.toLowerCase().includes(` src="https://${key}`);
}

function judge(found: readonly string[], wanted: readonly string[]): string {
  const there = new Set(found);
  const known = new Set(wanted);
  const missed = [...known].filter((key) => !there.has(key));
  const wrong = [...there].filter((key) => !known.has(key));
  for (const key of missed.slice(0, 5)) console.error(`missed ${key}`);
  for (const key of wrong.slice(0, 5)) console.error(`wrong ${key}`);
  return `${known.size - missed.length} of ${known.size}, ${wrong.length} wrong`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function printHead(): void {
  const heads = [
    'page',
    '(a) floor',
    '(b) usual way',
    'first search',
    '× floor',
    '÷ usual',
    'longest slice',
    '500 cards added',
    '÷ first',
    '500 attributes',
    'per 1,000 sightings',
    'found',
  ];
  console.log(`| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}`);
}

function printRow(row: Row): void {
  const cells = [
    row.page,
    ms(row.floor),
    ms(row.usual),
    ms(row.first),
    (row.first / row.floor).toFixed(2),
    (row.usual / row.first).toFixed(1),
    ms(row.longest),
    ms(row.added),
    (row.slices / row.added).toFixed(1),
    ms(row.changed),
    row.bytes === undefined ? '–' : `${Math.round((row.bytes * 1000) / 1024)} kB`,
    row.found,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
