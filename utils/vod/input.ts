/** The most addresses or ids one call takes. https://www.alibabacloud.com/help/en/vod/api-deleteimage */
export const MAX_ITEMS = 20;

/** The most addresses one refresh takes, as the console has it. */
export const MAX_REFRESHED = 1000;

/** The images of a video that DeleteImage tells apart. */
export const SNAPSHOT_TYPES = [
  'CoverSnapshot',
  'NormalSnapshot',
  'SpriteSnapshot',
  'SpriteOriginSnapshot',
] as const;

export type SnapshotType = (typeof SNAPSHOT_TYPES)[number];

/** Which images of a video to delete: all of them, or some types; `All` stands alone. */
export type SnapshotSet = readonly ['All'] | readonly [SnapshotType, ...SnapshotType[]];

/** What is wrong with an input, for the interface to word. */
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

/** A fault of an input, and of a list's item the place. */
export interface VodInputFault {
  readonly code: VodInputCode;
  readonly index?: number;
}

/** Thrown when an operation is built from what VOD would refuse: a programming error, for the checks below come first. */
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

/** Takes a check's answer. Throws a VodInputError when it is a fault. */
export function insist(fault: VodInputFault | undefined): void {
  if (fault !== undefined) throw new VodInputError(fault);
}

// Half a surrogate pair has no UTF-8 form; URL parsers silently drop control characters and outer spaces.
const UNFIT_TEXT = /[\p{Cc}\p{Cs}]|^\s|\s$/u;

/** Takes an image address; gives what keeps it from being deleted by, or nothing. */
export function checkAddress(address: string): VodInputFault | undefined {
  if (UNFIT_TEXT.test(address) || !URL.canParse(address)) return { code: 'address-malformed' };
  if (!/^https?:/i.test(address)) return { code: 'address-not-http' };
  // `https:host` and back slashes parse, yet VOD is given the text itself and need not agree.
  if (!/^https?:\/\/[^/\\?#]+(?:[/?#]|$)/i.test(address) || address.includes('\\')) {
    return { code: 'address-malformed' };
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return { code: 'address-has-user' };
  // Looked for in the text: a lone `?` or `#` leaves the parsed parts empty.
  const mark = /[?#]/.exec(address)?.[0];
  if (mark !== undefined)
    return { code: mark === '?' ? 'address-has-query' : 'address-has-fragment' };
  return url.pathname === '/' ? { code: 'address-malformed' } : undefined;
}

/** Takes the addresses of one call; gives the first fault, or nothing. */
export function checkAddresses(addresses: readonly string[]): VodInputFault | undefined {
  return checkList(addresses, checkAddress);
}

/** Takes an ImageId or VideoId; gives its fault, or nothing. */
export function checkId(id: string): VodInputFault | undefined {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? undefined : { code: 'id-malformed' };
}

/** Takes the ids of one call; gives the first fault, or nothing. */
export function checkIds(ids: readonly string[]): VodInputFault | undefined {
  return checkList(ids, checkId);
}

/** Takes the types chosen for a video; gives the first fault, or nothing. */
export function checkSnapshotSet(types: readonly string[]): VodInputFault | undefined {
  if (types.length > 1 && types.includes('All')) {
    return { code: 'all-not-alone', index: types.indexOf('All') };
  }
  return checkList(types, (type) =>
    type === 'All' || isSnapshotType(type) ? undefined : { code: 'type-unknown' },
  );
}

/** Takes the types a person chose; tells whether they make a set DeleteImage takes. */
export function isSnapshotSet(types: readonly string[]): types is SnapshotSet {
  return checkSnapshotSet(types) === undefined;
}

/** Takes any text; tells whether it is one of the four types. */
export function isSnapshotType(type: string): type is SnapshotType {
  return (SNAPSHOT_TYPES as readonly string[]).includes(type);
}

/** Takes the types chosen for a video, if any were; tells whether they take one type's images. */
export function takesType(types: SnapshotSet | undefined, type: SnapshotType): boolean {
  return types?.some((one) => one === 'All' || one === type) ?? false;
}

/** Takes a page, its size and the most VOD gives on one; gives the fault, or nothing. */
export function checkPage(page: number, size: number, most: number): VodInputFault | undefined {
  const fits = Number.isSafeInteger(page) && page >= 1 && Number.isSafeInteger(size) && size >= 1;
  return fits && size <= most ? undefined : { code: 'page-out-of-range' };
}

/** Takes the id of a refresh task; gives its fault, or nothing. */
export function checkTaskId(id: string): VodInputFault | undefined {
  return /^[\w-]{1,64}$/.test(id) ? undefined : { code: 'id-malformed' };
}

/** Takes the addresses of one refresh and its type; gives the first fault, or nothing. */
export function checkRefresh(
  addresses: readonly string[],
  type: 'File' | 'IgnoreParams' | 'Directory',
): VodInputFault | undefined {
  return checkList(addresses, (address) => checkRefreshed(address, type), MAX_REFRESHED);
}

function checkRefreshed(address: string, type: string): VodInputFault | undefined {
  // Blanks and line ends part one address from the next.
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
