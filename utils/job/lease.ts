/**
 * Does some work on a job while nobody else does: another worker of this extension that is about
 * to end, or one that an update starts. Waits until a holder is done or has died.
 *
 * A lock of the browser, not a record with a heart-beat: the browser gives it back the moment its
 * holder is gone, and never while the holder lives, so that neither a slow timer nor a laptop that
 * slept can make two run the same job. Source: https://www.w3.org/TR/web-locks/#agent-integration
 */
export function holding<T>(jobId: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`vodsweep-job-${jobId}`, work);
}
