import type { KeySource } from './credentials.ts';

/** What this room knows about an account. */
export interface KeyOwner {
  /** The id of the account. */
  readonly id: string;
  readonly key: KeySource;
  /** Whether the account still exists and has this key source. */
  readonly isCurrent: () => Promise<boolean>;
}
