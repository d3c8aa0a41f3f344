/** Runs works one after another. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Makes a queue of its own: each work starts when the one before it has ended, whether that
 * succeeded or failed.
 * @returns A function that adds a work and resolves or rejects as that work does.
 */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
