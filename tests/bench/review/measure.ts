import type { BrowserContext, CDPSession } from '@playwright/test';
import { type Opened, type Scrolled, scrollThrough, watchOpening, watchTyping } from './in-page.ts';
import type { Subject } from './open.ts';

/** The figures of one opening of a page. */
export interface Sample extends Opened, Scrolled {
  /** Processor time of the page's main thread until the list was usable, in milliseconds. */
  readonly worked: number;
  /** Nodes of every kind in the document before scrolling. */
  readonly nodes: number;
  /** Milliseconds from a key press in the search until the rows have changed. */
  readonly typed: number;
  /** Bytes of JavaScript and of the browser's own objects, after a garbage collection. */
  readonly heap: number;
  readonly own: number;
}

const SCROLL_MS = 2000;

/** Some names contain it and some do not. */
const LETTER = '7';

/** Opens a page in a new tab and measures it. */
export async function measure(context: BrowserContext, subject: Subject): Promise<Sample> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 780, height: 600 });
  // Starts the page's process first, as the popup's runs already while the worker does.
  await page.goto(subject.empty);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript(watchOpening);
  const before = await processor(session);
  await page.goto(subject.address, { waitUntil: 'commit' });
  const opened = await page.evaluate(() => window.opened);
  const worked = (await processor(session)) - before;
  if (opened === undefined) throw new Error('The page was not watched');
  // Work that follows the first rows should not count as a cost of scrolling.
  await page.waitForTimeout(1000);
  const nodes = await page.evaluate(countNodes);
  const { heap, own } = await heapOf(session);
  const scrolled = await page.evaluate(scrollThrough, SCROLL_MS);
  await page.waitForTimeout(500);
  await page.evaluate(watchTyping);
  await page.keyboard.press(LETTER);
  const typed = await page.evaluate(() => window.typed);
  await page.close();
  return { ...opened, ...scrolled, worked, nodes, heap, own, typed: typed ?? Number.NaN };
}

function countNodes(): number {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
}

async function heapOf(session: CDPSession): Promise<{ heap: number; own: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return { heap: usage.usedSize, own: usage.embedderHeapUsedSize };
}

/** @returns The processor time of the page's main thread so far, in milliseconds. */
async function processor(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
}
