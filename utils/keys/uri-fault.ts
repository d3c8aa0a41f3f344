/** Why a credentials URI returned no credentials. */
export type UriFault =
  /** The person has not allowed the extension to read this host. */
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  /** It redirected to another address. */
  | 'redirect'
  /** An answer other than HTTP 200. */
  | 'refused'
  /** The answer is not JSON, or is too large. */
  | 'wrong-type'
  /** JSON that lacks a part of the credentials, or has a Code other than Success. */
  | 'malformed'
  /** The credentials in the answer had expired already. */
  | 'expired';
