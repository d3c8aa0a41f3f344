import { stayAwake } from '../browser/awake.ts';
import { type Served, serve } from '../browser/messages.ts';
import { isOnline, onWake, wakeEveryMinute } from '../browser/waking.ts';
import { grace } from '../settings/settings.ts';
import * as commands from './commands.ts';
import { type Journal, openJournal } from './journal.ts';
import { Runner } from './runner.ts';

/** The jobs of the worker, for rooms that depend on them. */
export interface ServedJobs {
  readonly commands: readonly Served[];
  readonly journal: Journal;
  readonly runner: Runner;
}

/** Runs jobs, and resumes those that an earlier worker did not end. */
export function serveJobs(): ServedJobs {
  const journal = openJournal();
  const runner = new Runner({
    journal,
    stayAwake,
    graceMs: async () => (await grace.value()) * 1000,
    wakeAgain: wakeEveryMinute,
    online: isOnline,
  });
  onWake(() => void runner.resume());
  void runner.resume();
  return {
    journal,
    runner,
    commands: [
      serve(commands.startJob, (confirmed) => runner.start(confirmed)),
      serve(commands.stopJob, ({ jobId }) => runner.stop(jobId)),
      serve(commands.goOn, ({ jobId }) => runner.goOn(jobId)),
    ],
  };
}
