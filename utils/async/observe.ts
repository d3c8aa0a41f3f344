/** Calls `changed` after each change until the function that it returns is called. */
export type ChangeSource = (changed: () => void) => () => void;

/**
 * Calls the listener with the result of `read`, now and after each change. When readings overlap,
 * only the one that began last is passed on. A reading that fails is skipped.
 * @returns A function that ends it; the listener is not called after that.
 */
export function observe<T>(
  read: () => Promise<T>,
  sources: readonly ChangeSource[],
  listener: (value: T) => void,
): () => void {
  let ended = false;
  let latest = 0;
  const readAgain = async () => {
    latest += 1;
    const mine = latest;
    const value = await read();
    if (!ended && mine === latest) listener(value);
  };
  const tell = () => void readAgain().catch((error: unknown) => console.error(error));
  const ends = sources.map((source) => source(tell));
  tell();
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}
