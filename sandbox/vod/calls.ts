/** One request to a VOD endpoint and its result. */
export interface RecordedCall {
  /** When it came in, in milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly accessKeyId: string | undefined;
  readonly nonce: string;
  readonly requestId: string;
  /** Whether the signature was right; also false if an earlier check refused the call. */
  signatureValid: boolean;
  /** The HTTP status, 0 while the call is under way or if it was dropped on arrival. */
  status: number;
  /** The error code, if the call was refused. */
  code: string | undefined;
  /** False while the call is under way, and for good if the answer was dropped. */
  answered: boolean;
  /** The body of the answer, also of a dropped one. */
  body: string;
}
