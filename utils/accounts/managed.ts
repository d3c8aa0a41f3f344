import * as v from 'valibot';
import { observe } from '../async/observe.ts';
import { readManagedArea, watchManagedArea } from '../browser/storage.ts';
import type { Lockable } from '../settings/locks.ts';
import { type Account, LARGEST_JOB } from './account.ts';
import { deletionsSchema, managedSchema } from './managed-schema.ts';

/** How a deletion names its targets. */
export type DeletionWay = keyof v.InferOutput<typeof deletionsSchema>;

/** A part of the administrator's settings that was not understood, for the options page. */
export interface ManagedFault {
  /** Its place, such as `accounts.1.region`. */
  readonly path: string;
  /** `unknown`: a name that does not exist; `unfit`: a value that does not fit the schema. */
  readonly why: 'unknown' | 'unfit';
}

/** What an administrator set. What is not set does not limit. */
export interface ManagedSettings {
  readonly accounts: readonly Account[];
  readonly deletions: Readonly<Record<DeletionWay, boolean>>;
  /** The most targets in one job, for every account. */
  readonly largestJob: number;
  /** Whether the person types the number of targets before every job, also before a small one. */
  readonly alwaysTypeNumber: boolean;
  /** Match patterns of the sites to watch. The person still has to grant them. */
  readonly watchedSites: readonly string[];
  readonly locked: ReadonlySet<Lockable>;
  readonly faults: readonly ManagedFault[];
}

/**
 * The values that replace a limit which was not understood: a mistake in a file must not allow what
 * the limit was meant to forbid.
 */
const STRICTEST = { deletion: false, largestJob: 1, alwaysTypeNumber: true } as const;

/** @returns What an administrator set; nothing is limited without one. Never rejects. */
export async function readManaged(): Promise<ManagedSettings> {
  return understand(await readManagedArea());
}

/**
 * Calls the listener with what an administrator set, now and after every change.
 * @returns A function that ends it.
 */
export function observeManaged(listener: (settings: ManagedSettings) => void): () => void {
  return observe(readManaged, [watchManagedArea], listener);
}

/**
 * @param values The administrator's settings as the browser returns them.
 * @returns What was understood of them, and the faults.
 */
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

/** Leaves out each entry that does not fit, and adds its wrong parts to the faults. */
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

/** Keeps only the first of several accounts with the same id. */
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
