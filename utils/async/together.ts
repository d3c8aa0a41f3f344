interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes that come while another is being written go to disk together in the next, so that many at
 * once cost few syncs, and none waits for more than two. One that fails fails for all of its group.
 * `write` gives a result for each item, in their order.
 */
export function together<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let busy = false;

  const drain = async () => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const results = await write(group.map(({ item }) => item));
        group.forEach(({ resolve, reject }, at) => {
          const result = results[at];
          if (at < results.length) resolve(result as R);
          else reject(new Error('A write of a group gave no result'));
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    busy = false;
  };

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void drain();
    });
}
