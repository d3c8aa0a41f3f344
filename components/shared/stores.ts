import { Collected } from '../../utils/collection/collected.ts';
import { Journal } from '../../utils/deletion/journal.ts';

let journal: Journal | undefined;
let collected: Collected | undefined;

/** The journal of jobs, opened once a page. Pages only read it. */
export function openJournal(): Journal {
  journal ??= new Journal();
  return journal;
}

/** The collection, opened once a page. */
export function openCollected(): Collected {
  collected ??= new Collected();
  return collected;
}
