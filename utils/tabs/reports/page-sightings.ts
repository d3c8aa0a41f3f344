import { oneAtATime } from '../../async/one-at-a-time.ts';
import {
  dropSession,
  putSession,
  readSession,
  sessionKeys,
  watchSession,
} from '../../browser/storage.ts';
import type { Report } from '../../page/report.ts';
import type { Sighting } from '../../spotting/sighting.ts';
import { packReport, unpackReport } from './packed-report.ts';

/** The sightings of a tab, or why there are none. */
export interface PageSightings {
  readonly state: 'spotting' | 'spotted' | 'refused';
  readonly sightings: readonly PageSighting[];
  readonly capped?: number;
  /** Set when the page reported more than could be kept. */
  readonly full?: true;
}

/** A sighting of a tab, joined from the reports of its documents. */
export interface PageSighting extends Sighting {
  /** Address of the page that first reported it, without fragment. */
  readonly page: string;
}

type TabState = PageSightings['state'];

const stateKey = (tabId: number) => `tab:${tabId}:state`;
const reportsOf = (tabId: number) => `tab:${tabId}:report:`;
const fullMarksOf = (tabId: number) => `tab:${tabId}:full:`;

/**
 * Most bytes that the reports of one tab, and of all tabs, may take of the 10 MB of
 * `storage.session`. The rest is for data that the extension cannot work without.
 */
const MOST_OF_TAB = 4_000_000;
const MOST_OF_ALL = 8_000_000;

/** Reports are kept one at a time: each needs to know how much room the one before left. */
const recording = oneAtATime();

/**
 * The bytes of each kept report. Only the worker writes or drops reports, so it reads the sizes
 * once: reading all reports for each new one would let one tab delay the others.
 */
let sizes: Map<string, number> | undefined;

/**
 * Keeps a report until its document is gone. If there is no room for it, it is dropped and the tab
 * is marked as full while that document is in it.
 */
export function recordReport(tabId: number, report: Report): Promise<void> {
  return recording(() => keep(tabId, report));
}

async function keep(tabId: number, report: Report): Promise<void> {
  const key = `${reportsOf(tabId)}${report.document}:${report.number}`;
  const text = packReport(report);
  sizes ??= await readSizes();
  const bytes = bytesOf(text);
  let ofTab = bytes;
  let ofAll = bytes;
  for (const [other, size] of sizes) {
    if (other === key) continue;
    ofAll += size;
    if (other.startsWith(reportsOf(tabId))) ofTab += size;
  }
  const fits = ofTab <= MOST_OF_TAB && ofAll <= MOST_OF_ALL;
  if (fits && (await putIfRoom(key, text))) {
    sizes.set(key, bytes);
    return;
  }
  await putIfRoom(`${fullMarksOf(tabId)}${report.document}`, true);
}

async function readSizes(): Promise<Map<string, number>> {
  const stored = [...(await readSession('tab:'))].filter(([key]) => key.includes(':report:'));
  return new Map(stored.map(([key, value]) => [key, bytesOf(String(value))]));
}

async function drop(keys: readonly string[]): Promise<void> {
  await dropSession(keys);
  for (const key of keys) sizes?.delete(key);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** @returns false when the browser says that the storage is full. */
async function putIfRoom(key: string, value: unknown): Promise<boolean> {
  try {
    await putSession(key, value);
    return true;
  } catch (error) {
    // Browsers have no common name for this error, but all messages mention a quota.
    if (!/quota/i.test(String(error))) throw error;
    return false;
  }
}

function parse(value: unknown): Report {
  return unpackReport(String(value));
}

/** Stores the state of spotting a tab. */
export async function setTabState(tabId: number, state: TabState): Promise<void> {
  await putSession(stateKey(tabId), state);
}

/** @returns The documents of a tab whose reports are kept or had no room. */
export async function reportedDocuments(tabId: number): Promise<ReadonlySet<string>> {
  const keys = await sessionKeys(`tab:${tabId}:`);
  return new Set(keys.flatMap((key) => documentOf(key) ?? []));
}

/** Drops the reports of documents. */
export async function dropDocuments(tabId: number, gone: ReadonlySet<string>): Promise<void> {
  const keys = await sessionKeys(`tab:${tabId}:`);
  await drop(keys.filter((key) => gone.has(documentOf(key) ?? '')));
}

function documentOf(key: string): string | undefined {
  return key.split(':')[3];
}

/** @returns The tabs of which anything is stored. */
export async function knownTabs(): Promise<readonly number[]> {
  const keys = await sessionKeys('tab:');
  return [...new Set(keys.map((key) => Number(key.split(':')[1])))];
}

/** @returns The sightings that were reported of a tab until now. */
export async function readPage(tabId: number): Promise<readonly PageSighting[]> {
  return joinReports([...(await readSession(reportsOf(tabId))).values()].map(parse)).sightings;
}

/** Whether a document in a tab reported a sighting. */
export async function hasReported(
  tabId: number,
  { document, key }: { readonly document: string; readonly key: string },
): Promise<boolean> {
  const reports = await readSession(`${reportsOf(tabId)}${document}:`);
  return [...reports.values()].some((one) =>
    parse(one).sightings.some((sighting) => sighting.key === key),
  );
}

/** Drops everything that is stored of a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  await drop(await sessionKeys(`tab:${tabId}:`));
}

/**
 * Calls the listener with a tab's sightings now and after every change.
 * @returns A function that ends it.
 */
export function observePage(tabId: number, listener: (page: PageSightings) => void): () => void {
  // A removed key stays as undefined, so that the first reading cannot restore it.
  const kept = new Map<string, unknown>();
  let ended = false;
  let joined: Joined | undefined;
  const merge = (changed: ReadonlyMap<string, unknown>) => {
    if (ended) return;
    for (const [key, value] of changed) {
      const isReport = key.startsWith(reportsOf(tabId));
      kept.set(key, isReport && value !== undefined ? parse(value) : value);
      if (isReport) joined = undefined;
    }
    // Joining thousands of sightings is slow, and often only the state changes.
    joined ??= joinReports(valuesUnder(kept, reportsOf(tabId)) as Report[]);
    listener({
      state: (kept.get(stateKey(tabId)) as TabState | undefined) ?? 'spotting',
      ...joined,
      ...(valuesUnder(kept, fullMarksOf(tabId)).length > 0 && { full: true }),
    });
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

function valuesUnder(kept: ReadonlyMap<string, unknown>, prefix: string): readonly unknown[] {
  return [...kept].flatMap(([key, value]) =>
    key.startsWith(prefix) && value !== undefined ? [value] : [],
  );
}

type Joined = Pick<PageSightings, 'sightings' | 'capped'>;

function joinReports(reports: readonly Report[]): Joined {
  const byKey = new Map<string, PageSighting>();
  let capped: number | undefined;
  for (const report of reports.toSorted((a, b) => a.number - b.number)) {
    capped = report.capped ?? capped;
    for (const sighting of report.sightings) {
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
  return { sightings: [...byKey.values()], ...(capped !== undefined && { capped }) };
}
