import { Journal } from '../../utils/deletion/journal.ts';

export { openCollected } from '../../utils/collection/collected.ts';

let journal: Journal | undefined;

/** The journal of jobs, opened once a page. Pages only read it. */
export function openJournal(): Journal {
  journal ??= new Journal();
  return journal;
}
