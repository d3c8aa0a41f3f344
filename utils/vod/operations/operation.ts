/** The version of the API that every operation belongs to. */
export const VERSION = '2017-03-21';

/** One call of VOD's API: what to send, and how to read what comes back. */
export interface Operation<T> {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Takes the parsed body of a success; gives what it says.
   * Tolerates unknown fields and other letter case; throws a VodFormatError when it is not understood.
   */
  read(body: unknown): T;
}
