import * as v from 'valibot';
import type { Picked, Report } from '../../page/report.ts';
import type { CarrierId } from '../../spotting/carriers/index.ts';
import { LONGEST_ADDRESS, MOST_ADDRESSES, MOST_SIGHTINGS } from '../../spotting/limits.ts';
import { identity, recognise } from '../../spotting/shapes.ts';
import type { Sighting } from '../../spotting/sighting.ts';

const documentId = v.pipe(v.string(), v.regex(/^\d{1,10}(?:-\d{1,10}){3}$/));
const address = v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS));
const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const sightingSchema = v.pipe(
  v.strictObject({
    key: address,
    kind: v.picklist(['image', 'cover', 'snapshot', 'sprite', 'image-id', 'video-id']),
    certainty: v.picklist(['strict', 'loose']),
    addresses: v.pipe(v.array(address), v.maxLength(MOST_ADDRESSES)),
    videoId: v.exactOptional(hexId),
    imageId: v.exactOptional(hexId),
    carriers: v.array(v.custom<CarrierId>((id) => typeof id === 'string' && id.length <= 40)),
  }),
  v.check((sighting) => isTrue(sighting)),
);

/**
 * Checks a report of a content script, which runs beside a page that may be hostile. Sightings that
 * contradict themselves are left out.
 */
export const reportSchema: v.GenericSchema<unknown, Report> = v.strictObject({
  document: documentId,
  number: count,
  page: address,
  sightings: v.pipe(
    v.array(v.unknown()),
    v.maxLength(MOST_SIGHTINGS),
    v.transform((sightings) => sightings.flatMap(passing)),
  ),
  capped: v.exactOptional(count),
});

/** Checks a pick of a content script. */
export const pickedSchema: v.GenericSchema<unknown, Picked> = v.strictObject({
  document: documentId,
  key: address,
});

function passing(sighting: unknown): Sighting[] {
  const parsed = v.safeParse(sightingSchema, sighting, { abortEarly: true });
  return parsed.success ? [parsed.output] : [];
}

/** Whether every field of a sighting follows from its key and addresses. */
function isTrue({ key, kind, certainty, addresses, videoId, imageId }: Sighting): boolean {
  if (kind === 'image-id' || kind === 'video-id') {
    const [id, other] = kind === 'image-id' ? [imageId, videoId] : [videoId, imageId];
    const bare = addresses.length === 0 && other === undefined && certainty === 'strict';
    return bare && id !== undefined && key === `${kind}:${id}`;
  }
  if (addresses.length === 0 || imageId !== undefined) return false;
  return addresses.every((address) => {
    const found = recognise(address);
    return (
      found !== undefined &&
      identity(found) === key &&
      found.kind === kind &&
      found.certainty === certainty &&
      found.videoId === videoId
    );
  });
}
