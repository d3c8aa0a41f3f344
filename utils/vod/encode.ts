const LEFT_BY_ENCODE_URI_COMPONENT = /[!'()*]/g;

/**
 * Percent-encodes a text as a V3 signature requires: all its UTF-8 bytes in upper-case hex, except
 * `A-Za-z0-9-_.~` (https://www.rfc-editor.org/rfc/rfc3986#section-2.3).
 * @throws URIError for half a surrogate pair, which has no UTF-8 form.
 */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    LEFT_BY_ENCODE_URI_COMPONENT,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * @returns The query of a V3 request: encoded, sorted by name, `name=` for an empty value.
 * @throws URIError as {@link encode} does.
 */
export function encodeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}
