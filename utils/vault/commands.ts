import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { accountSchema, storedCredentialsSchema } from './account.ts';

/** Saves an account and, where given, its credentials for this session. */
export const saveAccountCommand = command<void>()(
  'saveAccount',
  v.strictObject({ account: accountSchema, credentials: v.optional(storedCredentialsSchema) }),
);

/** Forgets the credentials of an account at once. */
export const forgetKeyCommand = command<void>()(
  'forgetKey',
  v.strictObject({ accountId: v.string() }),
);
