import type { Account } from '../../data/accounts.ts';
import type { World } from '../../data/world.ts';
import type { MixedBatch } from '../../faults/fault.ts';
import type { Refreshes } from '../../refreshes.ts';
import type { Settings } from '../../settings.ts';
import type { Field } from '../answers.ts';
import { invalidParameter } from '../errors.ts';

/** The input of an operation. */
export interface OperationCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly world: World;
  /** The caller's account if the endpoint is in its region; other regions hold no data. */
  readonly account: Account | undefined;
  /** The caller's account, whatever the region of the endpoint. */
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
  /** Its own parameters; any others but the common ones are refused. */
  readonly parameters: readonly string[];
  /** The only region whose endpoint has it, for accounts of every region. */
  readonly onlyIn?: string;
  /**
   * @returns The fields of the answer, without the RequestId.
   * @throws VodError to refuse the call.
   */
  run(call: OperationCall): Readonly<Record<string, Field>>;
}

/**
 * @returns The items of a comma-separated list.
 * @throws VodError if an item is empty or there are more than `most`.
 */
export function listOf(name: string, value: string, most: number): readonly string[] {
  const items = value.split(',');
  if (items.some((item) => item === '')) throw invalidParameter(name);
  if (items.length > most) throw invalidParameter(name, `holds more than ${most} items`);
  return items;
}

/**
 * @returns The value as a whole number; `otherwise` if it is missing or empty.
 * @throws VodError if it is no whole number within the bounds.
 */
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
