import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { pickedSchema, reportSchema } from './report-schema.ts';

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Public: a content script tells what its document holds. */
export const reportSightings = command<void>()('reportSightings', reportSchema);

/**
 * Public: the person picked a sighting on the page itself. Gives whether it was collected; what the
 * document never reported is not.
 */
export const reportPicked = command<boolean>()('reportPicked', pickedSchema);

/** Public: gives the text of a style sheet that the page's own origin may not read. */
export const readStyleSheet = command<string | undefined>()(
  'readStyleSheet',
  v.strictObject({ url: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.url()) }),
);

/** Spots a tab's page now. */
export const spotPage = command<void>()('spotPage', v.strictObject({ tabId }));

/**
 * Scrolls a tab's page to the element of a row, by the row's key, and flashes it. Gives false when
 * it is no longer there.
 */
export const showOnPage = command<boolean>()(
  'showOnPage',
  v.strictObject({ tabId, key: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)) }),
);
