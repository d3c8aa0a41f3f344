import { useEffect, useState } from 'preact/hooks';
import { holdsAll, JobTexts, wordsOf } from '../../utils/history/job-texts.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { openJournal } from '../../utils/job/journal.ts';

const texts = new JobTexts((jobId) => openJournal().plan(jobId));

/** Plans are read after this many milliseconds without typing. */
const TYPED_MS = 150;

/** How often the jobs found so far are shown, in milliseconds. */
const SHOWN_MS = 100;

/** @returns The pages where the targets of a job were found; empty until they are read. */
export function usePagesOf(jobId: string): readonly string[] {
  const [pages, setPages] = useState<readonly string[]>([]);
  useEffect(() => {
    let ended = false;
    setPages([]);
    texts.of(jobId).then(
      (text) => ended || setPages(text.pages),
      // The list is useful without the pages.
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [jobId]);
  return pages;
}

export interface Found {
  /** The ids of the jobs found so far; absent when there are no search words. */
  readonly ids: ReadonlySet<string> | undefined;
  readonly searching: boolean;
}

const NOT_SEARCHED: Found = { ids: undefined, searching: false };

/** Searches jobs by ids, targets and pages, in their order. @returns What is found so far. */
export function useFound(jobs: readonly JobRecord[], search: string): Found {
  const [found, setFound] = useState<Found>(NOT_SEARCHED);
  const jobIds = jobs.map(({ id }) => id);
  useEffect(() => {
    const words = wordsOf(search);
    if (words.length === 0) {
      setFound(NOT_SEARCHED);
      return;
    }
    let ended = false;
    const read = async () => {
      const ids = new Set<string>();
      let shown = performance.now();
      for (const id of jobIds) {
        const fits = await texts.of(id).then(
          ({ text }) => holdsAll(text, words),
          () => false,
        );
        if (ended) return;
        if (fits) ids.add(id);
        if (performance.now() - shown < SHOWN_MS) continue;
        shown = performance.now();
        setFound({ ids: new Set(ids), searching: true });
      }
      setFound({ ids, searching: false });
    };
    setFound(({ ids }) => ({ ids: ids ?? new Set(), searching: true }));
    const timer = setTimeout(() => void read(), TYPED_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [search, jobIds.join()]);
  return wordsOf(search).length === 0 ? NOT_SEARCHED : found;
}
