import * as v from 'valibot';

/** Thrown by an operation's `read` for an unexpected answer. Its text contains nothing of the answer. */
export class VodFormatError extends Error {
  override readonly name = 'VodFormatError';
}

// Deeper than any answer of VOD, and far below the depth at which recursion overflows the stack.
const MAX_DEPTH = 16;

/** A number that may also be a text, null or absent. */
export const flexibleNumber = v.nullish(
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))]),
    v.finite(),
  ),
);

/**
 * Reads a parsed body by a schema. Letter case of keys does not count, because VOD mixes it
 * (`blockRemain` and `BlockQuota`).
 * @param schema Its keys are in lower case.
 * @returns The output of the schema.
 * @throws VodFormatError when the body does not match.
 */
export function readWith<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, foldKeys(body, MAX_DEPTH));
  if (result.success) return result.output;
  const paths = result.issues.map((issue) => v.getDotPath(issue) ?? 'body');
  throw new VodFormatError(`not understood: ${[...new Set(paths)].slice(0, 5).join(', ')}`);
}

function foldKeys(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => foldKeys(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), foldKeys(item, depth - 1)]),
  );
}
