import type { Sighting } from '../spotting/sighting.ts';
import { type SpotterOptions, startSpotter } from '../spotting/spotter.ts';
import { LONGEST_ADDRESS, MOST_ADDRESSES, type Report } from './report.ts';

/** Sends a message to the worker; rejects when this extension was updated or removed. */
export type Send = (message: { command: 'reportSightings'; input: Report }) => Promise<unknown>;

interface Watch {
  readonly document: string;
  readonly signal: AbortSignal;
}

const SIGHTINGS_PER_REPORT = 500;

declare global {
  /** Set in the content script's own world, which the page cannot see. */
  var vodsweepWatch: Watch | undefined;
}

/**
 * Spots a document and reports what it holds, once however often it is started.
 * @returns the id under which the document reports.
 */
export function watchDocument(
  page: Document,
  send: Send,
  options: Pick<SpotterOptions, 'shadowRootOf'> = {},
): string {
  const running = globalThis.vodsweepWatch;
  if (running !== undefined && !running.signal.aborted) return running.document;

  const end = new AbortController();
  const watch: Watch = { document: crypto.randomUUID(), signal: end.signal };
  globalThis.vodsweepWatch = watch;
  let number = 0;
  const report = (sightings: readonly Sighting[], capped?: number) => {
    const [address = ''] = page.URL.split('#');
    for (let from = 0; from === 0 || from < sightings.length; from += SIGHTINGS_PER_REPORT) {
      const input: Report = {
        document: watch.document,
        number,
        page: address.slice(0, LONGEST_ADDRESS),
        sightings: sightings.slice(from, from + SIGHTINGS_PER_REPORT).flatMap(sendable),
        ...(capped === undefined ? {} : { capped }),
      };
      number += 1;
      send({ command: 'reportSightings', input }).catch(() => end.abort());
    }
  };
  startSpotter({
    ...options,
    document: page,
    signal: end.signal,
    report,
    onCapped: (nodes) => report([], nodes),
  });
  return watch.document;
}

/** A page can make up addresses of any length; one that is too long must not sink its report. */
function sendable(sighting: Sighting): Report['sightings'] {
  const addresses = sighting.addresses
    .filter((address) => address.length <= LONGEST_ADDRESS)
    .slice(0, MOST_ADDRESSES);
  if (sighting.key.length > LONGEST_ADDRESS) return [];
  if (addresses.length === 0 && sighting.addresses.length > 0) return [];
  return [{ ...sighting, addresses, carriers: [...sighting.carriers] }];
}
