import type { PageValue } from './carriers/carrier.ts';
import type { Ground } from './ground.ts';
import type { Ledger } from './ledger.ts';
import { PIECE, pieces } from './pieces.ts';
import { read } from './read.ts';
import type { Work } from './slices.ts';
import { isOwnHost } from './standing.ts';

/**
 * Creates {@link Ground.take}, which reads values into the ledger. Long values wait in the queue.
 * @param ownHosts Loose addresses of other hosts are dropped; undefined: none is dropped.
 * @param onNews Called when a value added something new; `first`: it is the first of the page.
 */
export function startIntake(
  ground: Ground,
  ledger: Ledger,
  ownHosts: readonly string[] | undefined,
  onNews: (slot: string, first: boolean) => void,
): Ground['take'] {
  function takeOne(found: PageValue, base = ground.document.baseURI): void {
    for (const seen of read(found, base)) {
      const { key, certainty } = seen;
      if (ownHosts && certainty === 'loose' && !isOwnHost(key.replace(/\/.*/s, ''), ownHosts))
        continue;
      const first = ledger.size() === 0;
      if (ledger.add(seen, found.element ?? found.owner?.())) onNews(found.slot, first);
    }
  }

  function* takeLong(found: PageValue, base?: string): Work {
    for (const value of pieces(found.value)) {
      if (ground.mentions(value)) takeOne({ ...found, value }, base);
      yield true;
    }
  }

  return (found, base) => {
    if (found.value.length > PIECE) ground.queue(takeLong(found, base));
    else takeOne(found, base);
  };
}
