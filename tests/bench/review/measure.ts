import type { BrowserContext, CDPSession } from '@playwright/test';
import { type Opened, type Scrolled, scrollThrough, watchOpening, watchTyping } from './in-page.ts';

/** What one opening of a page was like. */
export interface Sample extends Opened, Scrolled {
  /** Nodes of every kind in the document, before it was scrolled. */
  readonly nodes: number;
  /** Milliseconds from the press of a letter in the search until other rows were there. */
  readonly typed: number;
  /** Bytes of JavaScript, and of the browser's own objects for the page, after a collection. */
  readonly heap: number;
  readonly own: number;
}

const SCROLL_MS = 2000;

/** Some names hold it and some do not. */
const LETTER = '7';

/** Opens an address in a new tab, and measures it there. */
export async function measure(context: BrowserContext, address: string): Promise<Sample> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 780, height: 600 });
  await page.addInitScript(watchOpening);
  await page.goto(address);
  const opened = await page.evaluate(() => window.opened);
  if (opened === undefined) throw new Error('The page was not watched');
  // What goes on after the first rows is not a cost of scrolling.
  await page.waitForTimeout(1000);
  const nodes = await page.evaluate(countNodes);
  const session = await context.newCDPSession(page);
  const { heap, own } = await heapOf(session);
  await session.detach();
  const scrolled = await page.evaluate(scrollThrough, SCROLL_MS);
  await page.waitForTimeout(500);
  await page.evaluate(watchTyping);
  await page.keyboard.press(LETTER);
  const typed = await page.evaluate(() => window.typed);
  await page.close();
  return { ...opened, ...scrolled, nodes, heap, own, typed: typed ?? Number.NaN };
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
