/** The answer about one part. A fault in it says why it is no use to ask for more. */
interface Reply {
  readonly fault?: unknown;
}

export interface AskInParts<Part, Said extends Reply, Refusal extends string> {
  /** The parts to ask about, in order. */
  readonly parts: readonly Part[];
  /** Asks about one part. Returns a string when it could not ask: why. */
  readonly ask: (part: Part) => Promise<Said | Refusal>;
  /** All answers so far. */
  readonly before: Said;
  /** @returns The answers so far with a new one added. */
  readonly merge: (said: Said, reply: Said) => Said;
  /** Called after each part with all answers so far. Returns `false` to end the asking. */
  readonly take: (said: Said) => boolean;
}

/**
 * Asks about one part after the other, and ends at the first fault.
 * @returns Why the rest is not known, unless the answers say why; `no-answer` when the worker did
 *   not answer.
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

/** @returns The list, split into parts of at most `size` ids. */
export function inParts(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}
