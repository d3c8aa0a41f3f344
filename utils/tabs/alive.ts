import { runInTab } from '../browser/page-scripts.ts';
import type { StartedFrame } from '../browser/tabs.ts';
import { watchedDocument } from '../page/on-demand.ts';
import { dropDocuments, reportedDocuments } from './reports/page-sightings.ts';

/**
 * Drops the reports of documents that are no longer in a tab.
 * @param ask Resolves with the id of the document in each frame; with undefined when the browser
 *   forbids access to the page.
 * @returns These ids, or undefined.
 */
export async function keepAlive(
  tabId: number,
  ask: () => Promise<readonly StartedFrame[] | undefined> = () =>
    runInTab(tabId, watchedDocument, []),
): Promise<ReadonlySet<string> | undefined> {
  // Read first: a document that begins to report during `ask` must not be dropped.
  const known = await reportedDocuments(tabId);
  const frames = await ask();
  if (frames === undefined) return undefined;
  const alive = new Set(frames.flatMap(({ result }) => (typeof result === 'string' ? result : [])));
  await dropDocuments(tabId, new Set([...known].filter((document) => !alive.has(document))));
  return alive;
}
