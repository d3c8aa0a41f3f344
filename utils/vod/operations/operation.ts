/** The version of the API that every operation belongs to. */
export const VERSION = '2017-03-21';

/** Has the form of an id, but names nothing. Probes ask about it; nothing deletes it. */
export const NO_ID = '0'.repeat(32);

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

/**
 * The purposes of a key. `delete`: to delete. `ask`: to look up ids before they are deleted, and to
 * find the outcome after a lost answer. `domains`: to find the account's own domains. `purge`: to
 * purge the copies of the CDN, and to follow the progress.
 */
export type Purpose = 'delete' | 'ask' | 'domains' | 'purge';

/** What is true of every call of an operation. */
export interface OperationFacts {
  /** The name in the API. Its RAM action is `vod:` and this name. */
  readonly name: string;
  /** The purpose for which a key needs the RAM action. */
  readonly purpose: Purpose;
  /** The only region whose endpoint offers it, to accounts of every region; absent: every one does. */
  readonly onlyIn?: 'cn-shanghai';
  /**
   * Makes a call that changes nothing, and that RAM refuses when the right is missing. Absent where
   * no such call is known.
   */
  readonly probe?: () => Operation<unknown>;
}
