import { type Served, serve } from '../browser/messages.ts';
import type { Journal } from '../job/journal.ts';
import type { Prover } from '../proof/prover.ts';
import { keptDays } from '../settings/settings.ts';
import * as commands from './commands.ts';
import { removeOutdated } from './keeping.ts';

/** Removes jobs from the history: by command, and when they are older than the setting allows. */
export function serveHistory(journal: Journal, prover: Prover): readonly Served[] {
  const tidy = async () => {
    await removeOutdated(journal);
    await prover.forgetRemoved();
  };
  keptDays.onChange(() => void tidy());
  void tidy();
  return [
    serve(commands.removeJobs, async ({ jobIds }) => {
      const removed = await journal.remove(jobIds);
      await prover.forgetRemoved();
      return removed;
    }),
  ];
}
