import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import type { AccountTest, FoundDomains } from './results.ts';

const accountId = v.string();

/** Makes harmless calls with the key of an account. The result says what the key may do. */
export const testAccount = command<AccountTest>()('testAccount', v.strictObject({ accountId }));

/** Asks VOD which domains an account has; changes nothing. */
export const findDomains = command<FoundDomains>()(
  'findDomains',
  v.strictObject({ accountId, imageIds: v.pipe(v.array(v.string()), v.maxLength(20)) }),
);
