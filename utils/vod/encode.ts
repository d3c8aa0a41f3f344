const LEFT_BY_ENCODE_URI_COMPONENT = /[!'()*]/g;

/**
 * Takes any text; gives its UTF-8 bytes percent-encoded in upper-case hex, all but `A-Za-z0-9-_.~`
 * (https://www.rfc-editor.org/rfc/rfc3986#section-2.3), as a V3 signature wants.
 * Throws a URIError for half a surrogate pair, which has no UTF-8 form.
 */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    LEFT_BY_ENCODE_URI_COMPONENT,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Takes parameters; gives the query of a V3 request: encoded, sorted by name, `name=` for an empty value. */
export function encodeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}
