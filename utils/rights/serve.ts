import { type Served, serve } from '../browser/messages.ts';
import * as commands from './commands.ts';
import { domainsById, testById } from './questions.ts';

/** Asks VOD what the key of an account may do, and which domains are the account's. */
export function serveRights(): readonly Served[] {
  return [
    serve(commands.testAccount, ({ accountId }) => testById(accountId)),
    serve(commands.findDomains, ({ accountId, imageIds }) => domainsById(accountId, imageIds)),
  ];
}
