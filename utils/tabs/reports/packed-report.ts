import type { Report } from '../../page/report.ts';
import type { Sighting } from '../../spotting/sighting.ts';

/** What most sightings are. */
const USUAL = { kind: 'image', certainty: 'strict', carriers: ['img'] } as const;

type Left = 'key' | keyof typeof USUAL;

/** A sighting without what is usual, and without a key that its address spells out. */
type PackedSighting = Omit<Sighting, Left> & Partial<Pick<Sighting, Left>>;

/**
 * A report as text for `storage.session`. Browsers count the memory that a value takes there, which
 * for an object is far more, and reading takes its time by the byte: a page may report thousands.
 */
export function packReport(report: Report): string {
  return JSON.stringify({ ...report, sightings: report.sightings.map(pack) });
}

/** The report in a text of {@link packReport}. */
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
  // The usual first: a pattern for each of thousands is dear.
  const usual = address.startsWith('https://');
  const bare = usual ? address.slice('https://'.length) : address.replace(/^https?:\/\//i, '');
  const end = bare.search(/[?#]/);
  return (end < 0 ? bare : bare.slice(0, end)).toLowerCase();
}
