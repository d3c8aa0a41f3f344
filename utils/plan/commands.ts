import * as v from 'valibot';
import type { LookUpFault } from '../accounts/look-up.ts';
import { command } from '../browser/messages.ts';
import type { Asked } from './ask.ts';
import type { Listed } from './listed.ts';
import { LARGEST_PLAN } from './plan.ts';

const ids = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
  v.maxLength(LARGEST_PLAN),
);

/** Asks VOD about the ids of a selection; changes nothing. */
export const askAbout = command<Asked | LookUpFault>()(
  'askAbout',
  v.strictObject({ accountId: v.string(), imageIds: ids, videoIds: ids }),
);

/** Asks VOD which images it lists for videos; changes nothing. */
export const listImages = command<Listed | LookUpFault>()(
  'listImages',
  v.strictObject({ accountId: v.string(), videoIds: v.pipe(ids, v.maxLength(10)) }),
);
