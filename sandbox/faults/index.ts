import { credentials } from './credentials.ts';
import { dropAnswer } from './drop-answer.ts';
import { dropConnection } from './drop-connection.ts';
import { expiredToken } from './expired-token.ts';
import type { Fault } from './fault.ts';
import { mixedBatch } from './mixed-batch.ts';
import { refuse } from './refuse.ts';
import { serverError } from './server-error.ts';
import { slow } from './slow.ts';
import { takeSnapshots } from './take-snapshots.ts';
import { throttle } from './throttle.ts';
import { wrongClock } from './wrong-clock.ts';

/** Every fault by its name. */
export const faults = {
  throttle,
  '5xx': serverError,
  'drop-answer': dropAnswer,
  'drop-connection': dropConnection,
  slow,
  'mixed-batch': mixedBatch,
  'take-snapshots': takeSnapshots,
  'wrong-clock': wrongClock,
  'expired-token': expiredToken,
  refuse,
  credentials,
};

export type FaultName = keyof typeof faults;

/** The options of one fault, all of them optional. */
export type OptionsOf<Name extends FaultName> =
  (typeof faults)[Name] extends Fault<infer Options> ? Partial<Options> : never;

/** @returns Whether a text is the name of a fault. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}
