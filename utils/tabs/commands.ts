import * as v from 'valibot';
import { command, reportCommand } from '../browser/messages.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { pickedSchema, reportSchema } from './reports/report-schema.ts';

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A content script reports the sightings of its document. */
export const reportSightings = reportCommand<void>()('reportSightings', reportSchema);

/**
 * The person picked a sighting on the page itself. The result is whether it was collected; one that
 * the document never reported is not.
 */
export const reportPicked = reportCommand<boolean>()('reportPicked', pickedSchema);

/** Reads the text of a style sheet that the page's own origin may not read. */
export const readStyleSheet = reportCommand<string | undefined>()(
  'readStyleSheet',
  v.strictObject({ url: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.url()) }),
);

/** Spots the page of a tab now. */
export const spotPage = command<void>()('spotPage', v.strictObject({ tabId }));

/**
 * Scrolls the page of a tab to the element of a row, by the row's key, and flashes it. The result
 * is false when the element no longer exists or cannot be shown.
 */
export const showOnPage = command<boolean>()(
  'showOnPage',
  v.strictObject({ tabId, key: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)) }),
);
