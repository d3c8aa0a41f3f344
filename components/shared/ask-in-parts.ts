/** What was said of a part: why the asking of more is of no use is named in it. */
interface Reply {
  readonly fault?: unknown;
}

export interface AskInParts<Part, Said extends Reply, Refusal extends string> {
  /** What is asked at a time, in order. */
  readonly parts: readonly Part[];
  /** Asks about one part; a string says why nothing was asked. */
  readonly ask: (part: Part) => Promise<Said | Refusal>;
  /** What was said before. */
  readonly before: Said;
  /** Adds a reply to what was said until then. */
  readonly merge: (said: Said, reply: Said) => Said;
  /** Gets all that was said until then, after each part; ends the asking by `false`. */
  readonly take: (said: Said) => boolean;
}

/**
 * Asks about one part after the other, and ends at the first fault.
 *
 * @returns why nothing was learnt of the rest, where that is not in what was said; `no-answer` where
 *   the worker did not answer
 */
export async function askInParts<Part, Said extends Reply, Refusal extends string>(
  asking: AskInParts<Part, Said, Refusal>,
): Promise<'no-answer' | Refusal | undefined> {
  const { parts, ask, merge, take } = asking;
  let said = asking.before;
  for (const part of parts) {
    const reply = await ask(part).catch(() => 'no-answer' as const);
    if (typeof reply === 'string') return reply;
    said = merge(said, reply);
    if (!take(said) || reply.fault !== undefined) return undefined;
  }
  return undefined;
}

/** Splits a list into parts of at most `size`. */
export function inParts(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}
