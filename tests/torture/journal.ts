import type { JobRecord, SendRecord } from '../../utils/job/job-record.ts';
import type { TargetOutcome } from '../../utils/job/outcome.ts';
import type { ExtensionDriver } from '../drive/chromium/driver.ts';

/** What the extension's journal holds about one job. */
export interface JournalOfJob {
  readonly job: JobRecord | undefined;
  readonly outcomes: readonly TargetOutcome[];
  readonly sends: readonly SendRecord[];
}

/**
 * Reads the journal of a job directly from the browser's database, without the extension's code.
 */
export async function readJournal(driver: ExtensionDriver, jobId: string): Promise<JournalOfJob> {
  const page = await driver.console();
  const read = await page.evaluate(async (id) => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answerOf(indexedDB.open('vodsweep-journal'));
    // One transaction, so that all three show the same moment.
    const tx = db.transaction(['jobs', 'outcomes', 'sends'], 'readonly');
    const [job, outcomes, sends] = await Promise.all([
      answerOf(tx.objectStore('jobs').get(id)),
      answerOf(tx.objectStore('outcomes').getAll(IDBKeyRange.bound([id], [id, []]))),
      answerOf(tx.objectStore('sends').index('jobId').getAll(id)),
    ]);
    db.close();
    return { job, outcomes, sends };
  }, jobId);
  return read as JournalOfJob;
}

/** Reads the state of a job and nothing else, since reading more would delay its writes. */
async function readState(driver: ExtensionDriver, jobId: string): Promise<string | undefined> {
  const page = await driver.console();
  return page.evaluate(
    (id) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('vodsweep-journal');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction('jobs').objectStore('jobs').get(id);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result?.state);
          };
        };
      }),
    jobId,
  );
}

/**
 * Waits until a job has ended.
 * @returns Its journal.
 * @throws Error if it takes too long.
 */
export async function ended(
  driver: ExtensionDriver,
  jobId: string,
  withinMs: number,
): Promise<JournalOfJob> {
  const until = Date.now() + withinMs;
  for (;;) {
    if ((await readState(driver, jobId)) === 'ended') return readJournal(driver, jobId);
    if (Date.now() > until) {
      const read = await readJournal(driver, jobId);
      throw new Error(
        `The job has not ended: it is ${read.job?.state} ${read.job?.pausedFor ?? ''}, ` +
          `${read.outcomes.length} of ${read.job?.total} targets have an outcome`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
