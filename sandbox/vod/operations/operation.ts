import type { Account } from '../../data/accounts.ts';
import type { World } from '../../data/world.ts';
import type { MixedBatch } from '../../faults/fault.ts';
import type { Refreshes } from '../../refreshes.ts';
import type { Settings } from '../../settings.ts';
import type { Field } from '../answers.ts';
import { invalidParameter } from '../errors.ts';

/** What an operation works with. */
export interface OperationCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly world: World;
  /** The caller's account, if the endpoint is that of its region: elsewhere there is nothing. */
  readonly account: Account | undefined;
  /** The caller's account, wherever it is called. */
  readonly caller: Account;
  readonly refreshes: Refreshes;
  readonly settings: Settings;
  readonly mixedBatch: MixedBatch;
  /** Whether snapshots of videos are deleted by address as well. */
  readonly takesSnapshots: boolean;
}

/** One operation of the API. */
export interface Operation {
  readonly name: string;
  /** All parameters it knows; any other is refused. */
  readonly parameters: readonly string[];
  /** The only region whose endpoint offers it, for accounts of every region. */
  readonly onlyIn?: string;
  /** Does the work and says what the answer holds besides the RequestId; throws a VodError. */
  run(call: OperationCall): Readonly<Record<string, Field>>;
}

/** The items of a comma list: at least one, none empty, not too many. */
export function listOf(name: string, value: string, most: number): readonly string[] {
  const items = value.split(',');
  if (items.some((item) => item === '')) throw invalidParameter(name);
  if (items.length > most) throw invalidParameter(name, `holds more than ${most} items`);
  return items;
}

/** A whole number within bounds, or what stands for a parameter left out. */
export function numberOf(
  name: string,
  value: string | undefined,
  bounds: { readonly otherwise: number; readonly least: number; readonly most: number },
): number {
  if (value === undefined || value === '') return bounds.otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= bounds.least && number <= bounds.most)) throw invalidParameter(name);
  return number;
}
