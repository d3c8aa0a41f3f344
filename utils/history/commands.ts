import * as v from 'valibot';
import { command } from '../browser/messages.ts';

/** Removes ended jobs from the history. The result is how many were removed. */
export const removeJobs = command<number>()(
  'removeJobs',
  v.strictObject({ jobIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1)) }),
);
