import { dropSession, putSession, readSession, watchSession } from '../browser/storage.ts';
import type { Sighting } from '../spotting/sighting.ts';
import type { Report } from './report.ts';

/** A tab's spotting: what was found, or why nothing could be. */
export interface PageSightings {
  readonly state: 'spotting' | 'spotted' | 'refused';
  readonly sightings: readonly PageSighting[];
  readonly capped?: number;
}

export interface PageSighting extends Sighting {
  readonly page: string;
}

/** A sighting with the documents that reported it. */
export interface ReportedSighting extends PageSighting {
  readonly documents: ReadonlySet<string>;
}

type TabState = PageSightings['state'];

const stateKey = (tabId: number) => `tab:${tabId}:state`;
const reportsOf = (tabId: number) => `tab:${tabId}:report:`;

/** Keeps a report until its document is gone. */
export async function recordReport(tabId: number, report: Report): Promise<void> {
  await putSession(`${reportsOf(tabId)}${report.document}:${report.number}`, report);
}

/** Says how the spotting of a tab stands. */
export async function setTabState(tabId: number, state: TabState): Promise<void> {
  await putSession(stateKey(tabId), state);
}

/** The documents whose reports a tab has. */
export async function reportedDocuments(tabId: number): Promise<ReadonlySet<string>> {
  const reports = await readSession(reportsOf(tabId));
  return new Set([...reports.values()].map((report) => (report as Report).document));
}

/** Drops the reports of documents. */
export async function dropDocuments(tabId: number, gone: ReadonlySet<string>): Promise<void> {
  const reports = await readSession(reportsOf(tabId));
  const stale = [...reports].filter(([, report]) => gone.has((report as Report).document));
  await dropSession(stale.map(([key]) => key));
}

/** The tabs of which something is known. */
export async function knownTabs(): Promise<readonly number[]> {
  const keys = [...(await readSession('tab:')).keys()];
  return [...new Set(keys.map((key) => Number(key.split(':')[1])))];
}

/** What was reported of a tab until now, each sighting with the documents that reported it. */
export async function readPage(tabId: number): Promise<readonly ReportedSighting[]> {
  const stored = await readSession(reportsOf(tabId));
  const reports = [...stored.values()] as Report[];
  const documents = new Map<string, Set<string>>();
  for (const { document, sightings } of reports) {
    for (const { key } of sightings)
      documents.set(key, (documents.get(key) ?? new Set()).add(document));
  }
  return joinReports(tabId, stored).sightings.map((sighting) => ({
    ...sighting,
    documents: documents.get(sighting.key) ?? new Set(),
  }));
}

/** Drops all that was spotted in a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  await dropSession([...(await readSession(`tab:${tabId}:`)).keys()]);
}

/**
 * Calls the listener with a tab's sightings now and after every change.
 * @returns what ends it.
 */
export function observePage(tabId: number, listener: (page: PageSightings) => void): () => void {
  // A removed key stays, as undefined, so that the first reading cannot bring it back.
  const kept = new Map<string, unknown>();
  let ended = false;
  const merge = (changed: ReadonlyMap<string, unknown>) => {
    if (ended) return;
    for (const [key, value] of changed) kept.set(key, value);
    listener(joinReports(tabId, kept));
  };
  const prefix = `tab:${tabId}:`;
  const end = watchSession(prefix, merge);
  void readSession(prefix).then((stored) => {
    merge(new Map([...stored].filter(([key]) => !kept.has(key))));
  });
  return () => {
    ended = true;
    end();
  };
}

function joinReports(tabId: number, kept: ReadonlyMap<string, unknown>): PageSightings {
  const reports = [...kept]
    .filter(([key, value]) => key.startsWith(reportsOf(tabId)) && value !== undefined)
    .map(([, value]) => value as Report)
    .sort((a, b) => a.number - b.number);
  const byKey = new Map<string, PageSighting>();
  let capped: number | undefined;
  for (const report of reports) {
    capped = report.capped ?? capped;
    for (const sighting of report.sightings as Sighting[]) {
      const before = byKey.get(sighting.key);
      byKey.set(
        sighting.key,
        before === undefined
          ? { ...sighting, page: report.page }
          : {
              ...before,
              addresses: [...new Set([...before.addresses, ...sighting.addresses])],
              carriers: [...new Set([...before.carriers, ...sighting.carriers])],
            },
      );
    }
  }
  return {
    state: (kept.get(stateKey(tabId)) as TabState | undefined) ?? 'spotting',
    sightings: [...byKey.values()],
    ...(capped === undefined ? {} : { capped }),
  };
}
