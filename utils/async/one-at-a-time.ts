/** Runs async functions one after another. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Creates a queue: each function starts when the one before has ended, whether that succeeded or
 * failed.
 * @returns Adds a function to the queue, and resolves or rejects as that function does.
 */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
