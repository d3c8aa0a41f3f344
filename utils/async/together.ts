interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups writes: items that come during a write go to disk together in the next one. So many items
 * cost few syncs, and none waits for more than two. A write that fails fails for its whole group.
 * @param write Resolves with a result for each item, in their order.
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
