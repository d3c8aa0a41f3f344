import { LONGEST_ADDRESS, MOST_SIGHTINGS } from '../spotting/limits.ts';
import type { Sighting } from '../spotting/sighting.ts';
import { type Spotter, type SpotterOptions, startSpotter } from '../spotting/spotter.ts';
import type { EndOrder, Report } from './report.ts';

/** What a document's watch says to the worker. */
type PageMessage =
  | { readonly command: 'reportSightings'; readonly input: Report }
  | { readonly command: 'readStyleSheet'; readonly input: { readonly url: string } };

/** What a document's watch needs of the browser. */
export interface WatchOptions extends Required<Pick<SpotterOptions, 'ownHosts' | 'shadowRootOf'>> {
  /**
   * Sends a message to the worker and gives its reply; rejects when this extension was updated or
   * removed.
   */
  send(message: PageMessage): Promise<{ readonly value?: unknown }>;
  /** Calls the listener with each message of the worker until the signal ends it. */
  listen(listener: (order: unknown) => void, signal: AbortSignal): void;
}

/** The watch over a document. */
export interface Watch {
  /** The id under which the document reports. */
  readonly document: string;
  readonly spotter: Spotter;
  /** The own hosts it judges loose addresses by. */
  readonly ownHosts: string;
  /** Ends with the watch. */
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * Spots a document and reports what it holds, once however often it is started; anew when the own
 * hosts are others than before.
 * @returns the id under which the document reports.
 */
export function watchDocument(page: Document, options: WatchOptions): string {
  const ownHosts = String(options.ownHosts);
  // The ids of a page's elements are names of the window in every world; an own one is ours.
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
  // Meanwhile another page was in the tab, and what this one had reported is gone with its badge.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      const all = spotter.sightings();
      if (!persisted || all.length === 0) return;
      // In the place of those from before: a person who goes to and fro must not fill the storage.
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
  // A sandboxed document has no origin to go by; ending it is the safe side.
  return origin === 'null' || (RegExp(removed).test(origin) && !RegExp(kept).test(origin));
}

/** 128 random bits, as decimals. `crypto.randomUUID` is not there on pages that came by http. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** A page can make up addresses of any length; one that is too long must not sink its image. */
function sendable(sighting: Sighting): Sighting {
  const addresses = sighting.addresses.filter((address) => address.length <= LONGEST_ADDRESS);
  return { ...sighting, addresses };
}
