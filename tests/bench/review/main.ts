import { parseArgs } from 'node:util';
import { findBrowser } from '../../../scripts/browser.ts';
import { measure, type Sample } from './measure.ts';
import { openBench } from './open.ts';
import { printTable } from './print.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
  // Other parts have options of their own.
  strict: false,
});
const rows = Number(values.rows);
const runs = Number(values.runs);

const { path: executable, version } = await findBrowser({ mayInstall: false });
console.log(`${version}; ${rows.toLocaleString('en')} rows, median of ${runs}.\n`);
const bench = await openBench(executable, rows);
const popup: Sample[] = [];
const plain: Sample[] = [];
// The first run fills the browser's caches. Both pages take turns, so that load affects both.
for (let run = 0; run <= runs; run++) {
  const one = await measure(bench.context, bench.popup);
  const other = await measure(bench.context, bench.plain);
  if (one.rows !== rows || other.rows !== rows) {
    throw new Error(`The popup lists ${one.rows} of ${rows}, the plain page ${other.rows}`);
  }
  if (run === 0) continue;
  popup.push(one);
  plain.push(other);
}
printTable(popup, plain);
await bench.close();
