import { sendBatches } from './batches.ts';
import { watchChanges } from './changes.ts';
import type { Ground } from './ground.ts';
import { startIntake } from './intake.ts';
import { startLedger } from './ledger.ts';
import { watchLoaded } from './loaded.ts';
import { mentionsFor } from './mention.ts';
import { followAddress, followStrays, planRechecks } from './rechecks.ts';
import { findRoots, type ShadowRootOf } from './roots.ts';
import { type FetchStyleSheet, readSheets } from './sheets.ts';
import type { Sighting } from './sighting.ts';
import { type Gauges, startSlices } from './slices.ts';
import { isOwnHost } from './standing.ts';
import { type Cap, searchTrees } from './trees.ts';

/** What a spotter needs. */
export interface SpotterOptions extends Gauges, Cap {
  readonly document: Document;
  /** Called with batches of sightings that are new or have a new address or carrier. */
  report(batch: readonly Sighting[]): void;
  /** Finds open and closed roots; absent: only open ones are found. */
  readonly shadowRootOf?: ShadowRootOf;
  /** Fetches the text of a style sheet of another origin. */
  readonly fetchStyleSheet?: FetchStyleSheet;
  /**
   * Hosts that some account of the person owns. Loose paths are reported only there, so a page of
   * look-alikes costs nothing; absent: all loose paths are reported.
   */
  readonly ownHosts?: readonly string[];
  /** Ends the search. */
  readonly signal: AbortSignal;
}

/** A search of one document that continues until its signal aborts. */
export interface Spotter {
  /** The element of a sighting, if it was found on one that still exists. */
  elementOf(key: string): Element | undefined;
  sightings(): readonly Sighting[];
  /** Searches for a while although the page is hidden, because the person asked for results. */
  hurry(): void;
  /** Resolves when nothing is left to search or report, or when the search has ended. */
  idle(): Promise<void>;
}

/** Searches a document for VOD images and ids, and follows its changes. */
export function startSpotter(options: SpotterOptions): Spotter {
  const { document, signal, ownHosts } = options;
  const ledger = startLedger();
  const rest = watchRest(
    () => slices.empty() && !changes.pending() && !sheets.pending() && !ledger.hasNews(),
    signal,
  );
  const wake = sendBatches(ledger, options.report, rest.settle, signal);
  const slices = startSlices(document, signal, rest.settle, options);
  const mentions = mentionsFor(ownHosts, isOwnHost(document.location?.host ?? '', ownHosts ?? []));
  const queue = slices.add;
  const ground: Ground = {
    document,
    mentions,
    queue,
    take: (...found) => take(...found),
    enter: (root) => trees.enter(root),
    look: (...asked) => roots.look(...asked),
  };
  const take = startIntake(ground, ledger, ownHosts, onNews);
  const roots = findRoots(ground, options.shadowRootOf ?? (() => null));
  const sheets = readSheets(ground, options.fetchStyleSheet, () => ledger.size() > 0);
  const trees = searchTrees(ground, sheets, roots, (root) => changes.watch(root), options);
  const changes = watchChanges(ground, { busy: () => !slices.empty(), batch, ...trees }, signal);
  const expectMore = planRechecks(document, recheck, signal);
  const readAddress = followAddress(ground);
  const sweepLater = followStrays(ledger, trees.sweep, queue);

  function onNews(slot: string, first: boolean): void {
    if (first) queue(trees.lookAtSheets());
    wake();
    if (slot === '#loaded') sweepLater();
  }

  /** An element that one script added may get its shadow root from another script later. */
  function batch(): void {
    recheck();
    expectMore();
  }

  /** Reads what may change without a mutation: the address, rules of a sheet, late shadow roots. */
  function recheck(): void {
    readAddress();
    roots.recheck();
    queue(trees.lookAtSheets());
  }

  readAddress();
  trees.enter(document);
  watchLoaded(ground, signal);
  expectMore();
  return {
    elementOf: ledger.elementOf,
    sightings: ledger.all,
    hurry: slices.hurry,
    idle: rest.wait,
  };
}

/** Lets callers wait until nothing is left to do or the search has ended. */
function watchRest(atRest: () => boolean, signal: AbortSignal) {
  const waiting: (() => void)[] = [];
  function release(): void {
    for (const resolve of waiting.splice(0)) resolve();
  }
  function settle(): void {
    if (atRest()) release();
  }
  signal.addEventListener('abort', release);
  return {
    settle,
    wait: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        settle();
      }),
  };
}
