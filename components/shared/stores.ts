import { Journal } from '../../utils/job/journal.ts';
import { Proofs } from '../../utils/proof/proofs.ts';

export { openCollected } from '../../utils/collection/collected.ts';

let journal: Journal | undefined;

/** The journal of jobs, opened once a page. Pages only read it. */
export function openJournal(): Journal {
  journal ??= new Journal();
  return journal;
}

let proofs: Proofs | undefined;

/** What is known of jobs' images after them, opened once a page. Pages only read it. */
export function openProofs(): Proofs {
  proofs ??= new Proofs();
  return proofs;
}
