import type { Report } from '../../page/report.ts';
import type { Sighting } from '../../spotting/sighting.ts';

/** The values of most sightings. */
const USUAL = { kind: 'image', certainty: 'strict', carriers: ['img'] } as const;

type Left = 'key' | keyof typeof USUAL;

/** A sighting without usual values, and without a key that follows from its address. */
type PackedSighting = Omit<Sighting, Left> & Partial<Pick<Sighting, Left>>;

/**
 * Writes a report as text for `storage.session`. An object would take far more of the limited
 * memory there, and longer to read: a page may report thousands of sightings.
 */
export function packReport(report: Report): string {
  return JSON.stringify({ ...report, sightings: report.sightings.map(pack) });
}

/** Reads a text that {@link packReport} wrote. */
export function unpackReport(text: string): Report {
  const report = JSON.parse(text) as Report & { readonly sightings: readonly PackedSighting[] };
  return { ...report, sightings: report.sightings.map(unpack) };
}

function pack({ key, kind, certainty, carriers, ...rest }: Sighting): PackedSighting {
  const [carrier, ...others] = carriers;
  return {
    ...rest,
    ...(key !== spelledOut(rest.addresses) && { key }),
    ...(kind !== USUAL.kind && { kind }),
    ...(certainty !== USUAL.certainty && { certainty }),
    ...((carrier !== USUAL.carriers[0] || others.length > 0) && { carriers }),
  };
}

function unpack(packed: PackedSighting): Sighting {
  return { key: spelledOut(packed.addresses), ...USUAL, ...packed };
}

function spelledOut([address = '']: readonly string[]): string {
  // The usual case first: a regular expression for each of thousands is slow.
  const usual = address.startsWith('https://');
  const bare = usual ? address.slice('https://'.length) : address.replace(/^https?:\/\//i, '');
  const end = bare.search(/[?#]/);
  return (end < 0 ? bare : bare.slice(0, end)).toLowerCase();
}
