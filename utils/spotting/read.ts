import type { PageValue } from './carriers/carrier.ts';
import { claim } from './carriers/index.ts';
import { findAddresses, findIds, findRelative } from './finder.ts';
import { type ImageAddress, recognise } from './shapes.ts';
import { type Sighting, sightingOf } from './sighting.ts';

/**
 * Reads the sightings in one value; those of the same image are not joined yet. This stage is slow:
 * only for values that mention something.
 */
export function read(found: PageValue, base: string): Sighting[] {
  const claimed = claim(found);
  if (!claimed) return [];
  const { id, reading } = claimed;
  const { slot, value } = found;
  const named = slot.startsWith('#') ? value : `${slot}="${value}"`;
  return [...images(reading, value, base), ...(reading === 'css' ? [] : findIds(named))].map(
    (one) => sightingOf(one, [id]),
  );
}

function images(reading: string, value: string, base: string): ImageAddress[] {
  switch (reading) {
    case 'address':
      return wholeAddress(value, base);
    case 'srcset':
      return candidates(value).flatMap((address) => wholeAddress(address, base));
    case 'css':
    case 'markup':
      return [...findAddresses(value, base), ...findRelative(value, base)];
    default:
      return findAddresses(value, base);
  }
}

/** Reads a value that is one address; its query may contain others. */
function wholeAddress(value: string, base: string): ImageAddress[] {
  const image = recognise(value, base);
  if (!image) return findAddresses(value, base);
  const query = value.search(/[?#]/);
  return [image, ...(query < 0 ? [] : findAddresses(value.slice(query), base))];
}

/** Splits a `srcset` at white space, and at commas that are not part of an address. */
function candidates(srcset: string): string[] {
  return srcset.split(/\s+|,(?=\s|$|(?:https?:)?\/\/)/).filter((token) => token.length > 20);
}
