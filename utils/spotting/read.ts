import type { Site } from './carriers/carrier.ts';
import { type CarrierId, claim } from './carriers/index.ts';
import { type FoundId, findAddresses, findIds, findRelative } from './finder.ts';
import { type Recognised, recognise } from './shapes.ts';

/** One find, before finds of the same image are joined. */
export type Find = { readonly carrier: CarrierId } & (
  | { readonly image: Recognised; readonly id?: never }
  | { readonly image?: never; readonly id: FoundId }
);

/** Everything that VOD made in one value. The costly stage: only for values that mention something. */
export function read(site: Site, base: string): Find[] {
  const claimed = claim(site);
  if (!claimed) return [];
  const { id: carrier, reading } = claimed;
  const { slot, value } = site;
  const named = slot.startsWith('#') ? value : `${slot}="${value}"`;
  return [
    ...images(reading, value, base).map((image) => ({ carrier, image })),
    ...(reading === 'css' ? [] : findIds(named).map((id) => ({ carrier, id }))),
  ];
}

function images(reading: string, value: string, base: string): Recognised[] {
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

/** The value is one address; others may hide in its query. */
function wholeAddress(value: string, base: string): Recognised[] {
  const image = recognise(value, base);
  if (!image) return findAddresses(value, base);
  const query = value.search(/[?#]/);
  return [image, ...(query < 0 ? [] : findAddresses(value.slice(query), base))];
}

/** Splits at white space, and at commas that are not part of an address. */
function candidates(srcset: string): string[] {
  return srcset.split(/\s+|,(?=\s|$|(?:https?:)?\/\/)/).filter((token) => token.length > 20);
}
