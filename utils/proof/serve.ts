import { stayAwake } from '../browser/awake.ts';
import { type Served, serve } from '../browser/messages.ts';
import { onBrowserStart } from '../browser/waking.ts';
import type { Journal } from '../job/journal.ts';
import { autoPurge } from '../settings/settings.ts';
import { giveBackSites } from './check.ts';
import * as commands from './commands.ts';
import { openProofs } from './proofs.ts';
import { Prover } from './prover.ts';

/** The jobs whose images are checked. */
export interface ProvedJobs {
  readonly journal: Journal;
  readonly runner: { onLeft(listener: () => void): void };
}

/** Checks whether the images of jobs are gone, and purges cached copies. */
export function serveProof({ journal, runner }: ProvedJobs): {
  readonly commands: readonly Served[];
  readonly prover: Prover;
} {
  const startedAt = Date.now();
  const prover = new Prover({
    journal,
    proofs: openProofs(),
    stayAwake,
    autoPurge: () => autoPurge.value(),
  });
  runner.onLeft(() => void prover.purgeEnded(startedAt));
  // Only at the browser's start: a worker also starts after a site was granted for a check.
  onBrowserStart(() => void giveBackSites());
  void prover.follow();
  return {
    prover,
    commands: [
      serve(commands.checkJob, ({ jobId }) => prover.check(jobId)),
      serve(commands.offerPurge, ({ jobId }) => prover.offer(jobId)),
      serve(commands.purgeJob, ({ jobId }) => prover.purge(jobId)),
    ],
  };
}
