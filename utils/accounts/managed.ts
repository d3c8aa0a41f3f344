import * as v from 'valibot';
import { readManagedArea, watchManagedArea } from '../browser/storage.ts';
import type { Lockable } from '../settings/locks.ts';
import { type Account, LARGEST_JOB } from './account.ts';
import { deletionsSchema, managedSchema } from './managed-schema.ts';

/** How a deletion names its targets. */
export type DeletionWay = keyof v.InferOutput<typeof deletionsSchema>;

/** Something an administrator wrote that was not understood, for the options page. */
export interface ManagedFault {
  /** Where it stands, such as `accounts.1.region`. */
  readonly path: string;
  /** A name that is not known, or a value that does not fit. */
  readonly why: 'unknown' | 'unfit';
}

/** What an administrator set; what was not set does not limit. */
export interface ManagedSettings {
  readonly accounts: readonly Account[];
  readonly deletions: Readonly<Record<DeletionWay, boolean>>;
  /** In targets, for every account. */
  readonly largestJob: number;
  /** Whether the number of targets is typed before every job, however small. */
  readonly alwaysTypeNumber: boolean;
  /** Match patterns of sites that are to be watched, once the person let the browser grant them. */
  readonly watchedSites: readonly string[];
  readonly locked: ReadonlySet<Lockable>;
  readonly faults: readonly ManagedFault[];
}

/**
 * What counts in place of a limit that was not understood: a mistake in a file must not open what it
 * was to close.
 */
const STRICTEST = { deletion: false, largestJob: 1, alwaysTypeNumber: true } as const;

/** What an administrator set. Never rejects: where there is no administrator, nothing is limited. */
export async function readManaged(): Promise<ManagedSettings> {
  return understand(await readManagedArea());
}

/**
 * Calls the listener with what an administrator set, now and after every change.
 * @returns what ends it.
 */
export function observeManaged(listener: (settings: ManagedSettings) => void): () => void {
  let ended = false;
  let latest = 0;
  const tell = async () => {
    latest += 1;
    const mine = latest;
    const settings = await readManaged();
    if (!ended && mine === latest) listener(settings);
  };
  const end = watchManagedArea(() => void tell());
  void tell();
  return () => {
    ended = true;
    end();
  };
}

/** Takes the values as the browser gives them; uses what is understood and lists what is not. */
export function understand(values: Readonly<Record<string, unknown>>): ManagedSettings {
  const { entries } = managedSchema;
  const faults: ManagedFault[] = unknownNames(values, entries, '');
  const { deletions, largestJob, alwaysTypeNumber } = values;
  return {
    accounts: unrepeated(
      readList('accounts', values.accounts, entries.accounts.wrapped.item, faults),
      faults,
    ),
    deletions: readDeletions(deletions, faults),
    largestJob: readValue('largestJob', largestJob, entries.largestJob.wrapped, faults, {
      absent: LARGEST_JOB,
      unfit: STRICTEST.largestJob,
    }),
    alwaysTypeNumber: readValue('alwaysTypeNumber', alwaysTypeNumber, v.boolean(), faults, {
      absent: false,
      unfit: STRICTEST.alwaysTypeNumber,
    }),
    watchedSites: [
      ...new Set(
        readList('watchedSites', values.watchedSites, entries.watchedSites.wrapped.item, faults),
      ),
    ],
    locked: new Set(readList('locked', values.locked, entries.locked.wrapped.item, faults)),
    faults,
  };
}

function readDeletions(value: unknown, faults: ManagedFault[]): ManagedSettings['deletions'] {
  const given = isRecord(value) ? value : {};
  const unfit = value !== undefined && !isRecord(value);
  if (unfit) faults.push({ path: 'deletions', why: 'unfit' });
  faults.push(...unknownNames(given, deletionsSchema.entries, 'deletions.'));
  const allowed = (way: DeletionWay): boolean =>
    readValue(`deletions.${way}`, given[way], v.boolean(), faults, {
      absent: unfit ? STRICTEST.deletion : true,
      unfit: STRICTEST.deletion,
    });
  return { byAddress: allowed('byAddress'), byId: allowed('byId'), byVideo: allowed('byVideo') };
}

function readValue<T>(
  path: string,
  value: unknown,
  schema: v.GenericSchema<unknown, T>,
  faults: ManagedFault[],
  otherwise: { readonly absent: T; readonly unfit: T },
): T {
  if (value === undefined) return otherwise.absent;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  faults.push({ path, why: 'unfit' });
  return otherwise.unfit;
}

/** Reads a list item by item: one that does not fit is left out, with the place in it that is wrong. */
function readList<T>(
  path: string,
  value: unknown,
  item: v.GenericSchema<unknown, T>,
  faults: ManagedFault[],
): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.push({ path, why: 'unfit' });
    return [];
  }
  return value.flatMap((one: unknown, index) => {
    const parsed = v.safeParse(item, one);
    if (parsed.success) return [parsed.output];
    for (const issue of parsed.issues) {
      const inside = v.getDotPath(issue);
      faults.push({
        path: [path, index, ...(inside === null ? [] : [inside])].join('.'),
        why: issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown' : 'unfit',
      });
    }
    return [];
  });
}

/** Of accounts with one id only the first counts. */
function unrepeated(accounts: readonly Account[], faults: ManagedFault[]): readonly Account[] {
  const seen = new Set<string>();
  return accounts.filter(({ id }) => {
    if (seen.has(id)) {
      faults.push({ path: `accounts.${id}`, why: 'unfit' });
      return false;
    }
    seen.add(id);
    return true;
  });
}

function unknownNames(values: object, known: object, before: string): ManagedFault[] {
  return Object.keys(values)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({ path: `${before}${name}`, why: 'unknown' }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
