/** The ways in which the credentials URI can fail its callers. */
export const credentialsTroubles = [
  /** The right answer, but late. */
  'slow',
  /** JSON without the secret. */
  'malformed',
  /** A triple whose token has expired. */
  'expired',
  /** A redirect to another host, which would return a triple. */
  'redirect',
  /** An HTML page, such as the sign-in page of a proxy. */
  'wrong-type',
  /** The right JSON, but with the content type of plain text. */
  'mislabelled',
  /** JSON of two megabytes. */
  'too-large',
  /** HTTP 500. */
  'server-error',
  /** HTTP 200 with a Code other than Success. */
  'refused',
  /** The connection is closed. */
  'drop',
] as const;

export type CredentialsTrouble = (typeof credentialsTroubles)[number];
