/** The most addresses or ids in one call. https://www.alibabacloud.com/help/en/vod/api-deleteimage */
export const MAX_ITEMS = 20;

/** The most addresses in one refresh, as in the console. */
export const MAX_REFRESHED = 1000;

/** The types of a video's images that DeleteImage distinguishes. */
export const SNAPSHOT_TYPES = [
  'CoverSnapshot',
  'NormalSnapshot',
  'SpriteSnapshot',
  'SpriteOriginSnapshot',
] as const;

export type SnapshotType = (typeof SNAPSHOT_TYPES)[number];

/** Which images of a video to delete: all, or some types. `All` is never combined with a type. */
export type SnapshotSet = readonly ['All'] | readonly [SnapshotType, ...SnapshotType[]];

/** What is wrong with an input. The interface has the texts. */
export type VodInputCode =
  | 'empty'
  | 'too-many'
  | 'duplicate'
  | 'address-malformed'
  | 'address-not-http'
  | 'address-has-user'
  | 'address-has-query'
  | 'address-has-fragment'
  | 'id-malformed'
  | 'type-unknown'
  | 'all-not-alone'
  | 'page-out-of-range'
  | 'folder-without-slash'
  | 'endpoint-malformed';

/** A fault of an input; in a list, also the index of the item. */
export interface VodInputFault {
  readonly code: VodInputCode;
  readonly index?: number;
}

/**
 * Thrown when an operation is built with an input that VOD would refuse. This is a programming error,
 * because callers use the checks below first.
 */
export class VodInputError extends Error {
  override readonly name = 'VodInputError';
  readonly code: VodInputCode;
  readonly index?: number;

  constructor(fault: VodInputFault) {
    super(fault.index === undefined ? fault.code : `${fault.code} at item ${fault.index}`);
    this.code = fault.code;
    if (fault.index !== undefined) this.index = fault.index;
  }
}

/**
 * Throws if a check found a fault.
 * @throws VodInputError with that fault.
 */
export function insist(fault: VodInputFault | undefined): void {
  if (fault !== undefined) throw new VodInputError(fault);
}

// Half a surrogate pair has no UTF-8 form. URL parsers drop control characters and outer spaces.
const UNFIT_TEXT = /[\p{Cc}\p{Cs}]|^\s|\s$/u;

/** @returns Why an image cannot be deleted by this address, or `undefined`. */
export function checkAddress(address: string): VodInputFault | undefined {
  if (UNFIT_TEXT.test(address) || !URL.canParse(address)) return { code: 'address-malformed' };
  if (!/^https?:/i.test(address)) return { code: 'address-not-http' };
  // `https:host` and backslashes parse here, but VOD receives the text and may read it differently.
  if (!/^https?:\/\/[^/\\?#]+(?:[/?#]|$)/i.test(address) || address.includes('\\')) {
    return { code: 'address-malformed' };
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return { code: 'address-has-user' };
  // Searched in the text, because a single `?` or `#` leaves the parsed parts empty.
  const mark = /[?#]/.exec(address)?.[0];
  if (mark !== undefined)
    return { code: mark === '?' ? 'address-has-query' : 'address-has-fragment' };
  return url.pathname === '/' ? { code: 'address-malformed' } : undefined;
}

/** @returns The first fault in the addresses of one call, or `undefined`. */
export function checkAddresses(addresses: readonly string[]): VodInputFault | undefined {
  return checkList(addresses, checkAddress);
}

/** @returns The fault of an ImageId or VideoId, or `undefined`. */
export function checkId(id: string): VodInputFault | undefined {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? undefined : { code: 'id-malformed' };
}

/** @returns The first fault in the ids of one call, or `undefined`. */
export function checkIds(ids: readonly string[]): VodInputFault | undefined {
  return checkList(ids, checkId);
}

/** @returns The first fault in the types chosen for a video, or `undefined`. */
export function checkSnapshotSet(types: readonly string[]): VodInputFault | undefined {
  if (types.length > 1 && types.includes('All')) {
    return { code: 'all-not-alone', index: types.indexOf('All') };
  }
  return checkList(types, (type) =>
    type === 'All' || isSnapshotType(type) ? undefined : { code: 'type-unknown' },
  );
}

/** Whether DeleteImage accepts this combination of types. */
export function isSnapshotSet(types: readonly string[]): types is SnapshotSet {
  return checkSnapshotSet(types) === undefined;
}

/** Whether a text is one of the four types. */
export function isSnapshotType(type: string): type is SnapshotType {
  return (SNAPSHOT_TYPES as readonly string[]).includes(type);
}

/**
 * @param types The types chosen for a video; `undefined` when none is chosen.
 * @returns Whether they include the images of one type.
 */
export function takesType(types: SnapshotSet | undefined, type: SnapshotType): boolean {
  return types?.some((one) => one === 'All' || one === type) ?? false;
}

/**
 * @param page The number of the page, from 1.
 * @param size How many entries it has.
 * @param most The most entries that VOD allows on a page.
 * @returns The fault, or `undefined`.
 */
export function checkPage(page: number, size: number, most: number): VodInputFault | undefined {
  const fits = Number.isSafeInteger(page) && page >= 1 && Number.isSafeInteger(size) && size >= 1;
  return fits && size <= most ? undefined : { code: 'page-out-of-range' };
}

/** @returns The fault of the id of a refresh task, or `undefined`. */
export function checkTaskId(id: string): VodInputFault | undefined {
  return /^[\w-]{1,64}$/.test(id) ? undefined : { code: 'id-malformed' };
}

/** @returns The first fault in the addresses of one refresh, or `undefined`. */
export function checkRefresh(
  addresses: readonly string[],
  type: 'File' | 'IgnoreParams' | 'Directory',
): VodInputFault | undefined {
  return checkList(addresses, (address) => checkRefreshed(address, type), MAX_REFRESHED);
}

function checkRefreshed(address: string, type: string): VodInputFault | undefined {
  // Spaces and line ends separate the addresses.
  if (/\s/.test(address)) return { code: 'address-malformed' };
  if (address.includes('#')) return { code: 'address-has-fragment' };
  const mark = type === 'File' ? address.indexOf('?') : -1;
  const fault = checkAddress(mark < 0 ? address : address.slice(0, mark));
  if (fault !== undefined || type !== 'Directory') return fault;
  return address.endsWith('/') ? undefined : { code: 'folder-without-slash' };
}

function checkList(
  items: readonly string[],
  checkItem: (item: string) => VodInputFault | undefined,
  most = MAX_ITEMS,
): VodInputFault | undefined {
  if (items.length === 0) return { code: 'empty' };
  if (items.length > most) return { code: 'too-many' };
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const fault = checkItem(item);
    if (fault !== undefined) return { ...fault, index };
    if (seen.has(item)) return { code: 'duplicate', index };
    seen.add(item);
  }
  return undefined;
}
