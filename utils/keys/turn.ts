let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a change of accounts or vault once the one before it is done, whatever became of that one,
 * so that two never mix the halves of an account. Gives what the change gives.
 */
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const mine = last.then(change, change);
  last = mine;
  return mine;
}
