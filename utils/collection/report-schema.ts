import * as v from 'valibot';
import type { CarrierId } from '../spotting/carriers/index.ts';
import { LONGEST_ADDRESS, MOST_ADDRESSES, type Picked, type Report } from './report.ts';

const address = v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS));
const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What passes as a report of a content script, which runs beside a page that may be hostile. */
export const reportSchema: v.GenericSchema<unknown, Report> = v.strictObject({
  document: v.pipe(v.string(), v.uuid()),
  number: count,
  page: address,
  sightings: v.pipe(
    v.array(
      v.strictObject({
        key: address,
        kind: v.picklist(['image', 'cover', 'snapshot', 'sprite', 'image-id', 'video-id']),
        certainty: v.picklist(['strict', 'loose']),
        addresses: v.pipe(v.array(address), v.maxLength(MOST_ADDRESSES)),
        videoId: v.exactOptional(hexId),
        imageId: v.exactOptional(hexId),
        carriers: v.array(v.custom<CarrierId>((id) => typeof id === 'string' && id.length <= 40)),
      }),
    ),
    v.maxLength(2000),
  ),
  capped: v.exactOptional(count),
});

/** What passes as a pick of a content script. */
export const pickedSchema: v.GenericSchema<unknown, Picked> = v.strictObject({
  document: v.pipe(v.string(), v.uuid()),
  key: address,
});
