import { LONGEST_ADDRESS, MOST_SIGHTINGS } from '../spotting/limits.ts';
import type { Sighting } from '../spotting/sighting.ts';
import { type Spotter, type SpotterOptions, startSpotter } from '../spotting/spotter.ts';
import type { EndOrder, Report } from './report.ts';

/** The messages of a document's watch to the worker. */
type PageMessage =
  | { readonly command: 'reportSightings'; readonly input: Report }
  | { readonly command: 'readStyleSheet'; readonly input: { readonly url: string } };

/** What a document's watch needs from the browser. */
export interface WatchOptions extends Required<Pick<SpotterOptions, 'ownHosts' | 'shadowRootOf'>> {
  /**
   * Sends a message to the worker and resolves with its reply. Rejects when this extension was
   * updated or removed.
   */
  send(message: PageMessage): Promise<{ readonly value?: unknown }>;
  /** Calls the listener with each message from the worker until the signal aborts. */
  listen(listener: (order: unknown) => void, signal: AbortSignal): void;
}

/** The watch over a document. */
export interface Watch {
  /** The id under which the document reports. */
  readonly document: string;
  readonly spotter: Spotter;
  /** The own hosts on which loose addresses count. */
  readonly ownHosts: string;
  /** Aborted when the watch ends. */
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * Spots a document and reports its sightings. When called again, it starts a new watch only if the
 * own hosts have changed.
 * @returns The id under which the document reports.
 */
export function watchDocument(page: Document, options: WatchOptions): string {
  const ownHosts = String(options.ownHosts);
  // Elements of the page are inherited properties of the window; only an own one is the watch.
  const running = Object.hasOwn(globalThis, 'vodsweepWatch') && globalThis.vodsweepWatch;
  if (running && !running.signal.aborted) {
    if (running.ownHosts === ownHosts) return running.document;
    running.end();
  }

  const end = new AbortController();
  const { signal } = end;
  const stop = () => end.abort();
  const id = randomId();
  let number = 0;
  let cap: { readonly capped?: number } = {};
  const report = (sightings: readonly Sighting[]) => {
    const [address = ''] = page.URL.split('#');
    for (let from = 0; from === 0 || from < sightings.length; from += MOST_SIGHTINGS) {
      const input: Report = {
        document: id,
        number: number++,
        page: address.slice(0, LONGEST_ADDRESS),
        sightings: sightings.slice(from, from + MOST_SIGHTINGS).map(sendable),
        ...cap,
      };
      options.send({ command: 'reportSightings', input }).catch(stop);
    }
  };
  const spotter = startSpotter({
    ...options,
    fetchStyleSheet: async (url) =>
      (await options.send({ command: 'readStyleSheet', input: { url } })).value as
        | string
        | undefined,
    document: page,
    signal,
    report,
    onCapped(nodes) {
      cap = { capped: nodes };
      report([]);
    },
  });
  globalThis.vodsweepWatch = { document: id, ownHosts, spotter, signal, end: stop };
  options.listen((order) => {
    if (endsHere(order, self.origin)) stop();
  }, signal);
  // Another page was in the tab meanwhile, so the reports of this one and its badge are gone.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      const all = spotter.sightings();
      if (!persisted || all.length === 0) return;
      // Replaces the earlier reports: going back and forth must not fill the storage.
      number = 0;
      report(all);
    },
    { signal },
  );
  return id;
}

/** Whether the worker's order ends the watch of a document of this origin. */
export function endsHere(order: unknown, origin: string): boolean {
  const { vodsweep, removed = '', kept = '' } = (order ?? {}) as Partial<EndOrder>;
  if (vodsweep !== 'end') return false;
  // A sandboxed document has no origin to compare; ending its watch is safe.
  return origin === 'null' || (RegExp(removed).test(origin) && !RegExp(kept).test(origin));
}

/** @returns 128 random bits as decimals. Pages loaded by http have no `crypto.randomUUID`. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Drops addresses that are too long, so that they do not make the worker reject the sighting. */
function sendable(sighting: Sighting): Sighting {
  const addresses = sighting.addresses.filter((address) => address.length <= LONGEST_ADDRESS);
  return { ...sighting, addresses };
}
