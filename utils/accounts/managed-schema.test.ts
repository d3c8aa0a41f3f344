import { readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { expect, it } from 'vitest';
import { LOCKABLE } from '../settings/locks.ts';
import { managedSchema } from './managed-schema.ts';

/**
 * What the two schemas have in common. Chrome's names types only: a value that does not fit it never
 * reaches the extension, which could then not say so.
 */
interface Outline {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Outline>>;
  readonly items?: Outline;
}

const chrome = JSON.parse(
  readFileSync(new URL('../../public/managed-schema.json', import.meta.url), 'utf8'),
) as Outline;

/** The parts of a valibot schema that are looked at here. */
interface Part {
  readonly type: string;
  readonly wrapped?: Part;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly options?: readonly unknown[];
}

/** The one custom schema is that of a region; all numbers are whole. */
const TYPES: Readonly<Record<string, string>> = {
  picklist: 'string',
  literal: 'string',
  custom: 'string',
  number: 'integer',
};

function outlineOf(part: Part): Outline {
  if (part.type === 'optional' && part.wrapped) return outlineOf(part.wrapped);
  if (part.type === 'strict_object') {
    const entries = Object.entries(part.entries ?? {});
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, one]) => [name, outlineOf(one)])),
    };
  }
  if (part.type === 'array' && part.item) return { type: 'array', items: outlineOf(part.item) };
  if (part.type === 'variant') return joined((part.options as readonly Part[]).map(outlineOf));
  return { type: TYPES[part.type] ?? part.type };
}

/** Chrome knows no variants: one object with the parts of all. */
function joined(variants: readonly Outline[]): Outline {
  return {
    type: 'object',
    properties: Object.assign({}, ...variants.map((one) => one.properties)),
  };
}

/** The same without what only tells the administrator something. */
function bare({ type, properties, items }: Outline): Outline {
  const entries = properties && Object.entries(properties);
  return {
    type,
    ...(entries && {
      properties: Object.fromEntries(entries.map(([name, one]) => [name, bare(one)])),
    }),
    ...(items && { items: bare(items) }),
  };
}

it('is the same for Chrome and for the extension, in names and types', () => {
  expect(bare(chrome)).toEqual(outlineOf(managedSchema as v.GenericSchema as unknown as Part));
});

it('names every setting that can be locked, here and in the page for administrators', () => {
  const page = readFileSync(new URL('../../docs/fleet.md', import.meta.url), 'utf8');
  const described = /"One of ([\w, ]+)\."/.exec(JSON.stringify(chrome))?.[1];
  expect(described?.split(', ')).toEqual([...LOCKABLE]);
  for (const name of LOCKABLE) expect(page).toContain(`\`${name}\``);
});

it('holds no value back from the extension that is only out of bounds', () => {
  expect(JSON.stringify(chrome)).not.toMatch(/"(?:enum|minimum|maximum|pattern|required)":/);
});
