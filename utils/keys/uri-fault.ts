/** Why a credentials URI gave no credentials; the interface has the words. */
export type UriFault =
  /** The browser may not read this host: the person has not allowed it. */
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  /** It sent the request on to another address. */
  | 'redirect'
  /** An answer other than HTTP 200. */
  | 'refused'
  /** Not JSON, or too large. */
  | 'wrong-type'
  /** JSON without the parts that credentials have, or with a Code other than Success. */
  | 'malformed'
  /** What it gave had ended already. */
  | 'expired';
