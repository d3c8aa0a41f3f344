/**
 * Runs work on a job while no other worker works on the same job, such as one that is about to end
 * or one that an update starts. Waits until the other worker is done or has died.
 *
 * This is a Web Lock, not a record with a heartbeat. The browser releases it exactly when its
 * holder is gone. So no slow timer and no laptop that slept can make two workers run the same job.
 * Source: https://www.w3.org/TR/web-locks/#agent-integration
 */
export function holding<T>(jobId: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`vodsweep-job-${jobId}`, work);
}
