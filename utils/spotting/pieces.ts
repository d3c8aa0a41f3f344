/** Most characters that are read in one step; more would block the page. */
export const PIECE = 1 << 16;
/** How far back from the end of a piece to look for a place to cut, in characters. */
const BACK = 1 << 13;

/**
 * Cuts a long text where this splits no address and no id from its key: after a closing brace, a
 * line or a tag, else after a quote or a space, else anywhere.
 */
export function* pieces(text: string): Generator<string, void, void> {
  for (let from = 0; from < text.length; ) {
    let to = from + PIECE;
    if (to < text.length) to = from + cut(text.slice(from, to));
    yield text.slice(from, to);
    from = to;
  }
}

function cut(piece: string): number {
  const from = piece.length - BACK;
  const tail = piece.slice(from);
  const good = Math.max(tail.lastIndexOf('}'), tail.lastIndexOf('\n'), tail.lastIndexOf('>'));
  const fair = Math.max(tail.lastIndexOf('"'), tail.lastIndexOf("'"), tail.lastIndexOf(' '));
  if (good > 0) return from + good + 1;
  return fair > 0 ? from + fair + 1 : piece.length;
}
