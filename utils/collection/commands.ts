import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { reportSchema } from './report-schema.ts';

/** Public: a content script tells what its document holds. */
export const reportSightings = command<void>()('reportSightings', reportSchema);

/** Spots a tab's page now. */
export const spotPage = command<void>()(
  'spotPage',
  v.strictObject({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
);
