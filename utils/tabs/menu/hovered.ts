import * as v from 'valibot';
import { runInTab } from '../../browser/page-scripts.ts';
import { lookUnderPointer } from '../../page/on-demand.ts';
import { LONGEST_ADDRESS } from '../../spotting/limits.ts';
import type { PointedAt } from './menu-pick.ts';

const address = v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)));

/** A frame's answer about the pointer; it comes from the page and is not trusted. */
const answer = v.strictObject({
  imageAddress: address,
  linkAddress: address,
  pageAddress: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
});

/** @returns What is under the pointer in any frame; undefined if the browser forbids the page. */
export async function hoveredIn(tabId: number): Promise<PointedAt | undefined> {
  const frames = await runInTab(tabId, lookUnderPointer, []);
  const found = frames?.map(({ result }) => v.safeParse(answer, result)).find((one) => one.success);
  return found?.success ? found.output : frames && {};
}
