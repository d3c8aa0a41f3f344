import { readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { expect, it } from 'vitest';
import { REGIONS } from '../vod/regions.ts';
import { managedSchema } from './managed-schema.ts';

/** What two schemas of different kinds have in common: names, types, and the values to choose from. */
interface Outline {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Outline>>;
  readonly items?: Outline;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
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
  readonly literal?: string;
  readonly pipe?: readonly (Part & { readonly requirement?: unknown })[];
}

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
  if (part.type === 'picklist') return { type: 'string', enum: part.options as readonly string[] };
  if (part.type === 'literal') return { type: 'string', enum: [String(part.literal)] };
  // The one custom schema is that of a region.
  if (part.type === 'custom') return { type: 'string', enum: REGIONS };
  if (part.type === 'number') {
    const bound = (type: string) => part.pipe?.find((one) => one.type === type)?.requirement;
    return {
      type: 'integer',
      minimum: Number(bound('min_value')),
      maximum: Number(bound('max_value')),
    };
  }
  return { type: part.type };
}

/** Chrome knows no variants: one object with the parts of all. */
function joined(variants: readonly Outline[]): Outline {
  const properties: Record<string, Outline> = {};
  for (const [name, one] of variants.flatMap((each) => Object.entries(each.properties ?? {}))) {
    const before = properties[name]?.enum;
    properties[name] = before && one.enum ? { ...one, enum: [...before, ...one.enum] } : one;
  }
  return { type: 'object', properties };
}

/** The same without what only tells the administrator something. */
function bare({ type, properties, items, enum: choices, minimum, maximum }: Outline): Outline {
  return {
    type,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, bare(one)]),
      ),
    }),
    ...(items && { items: bare(items) }),
    ...(choices && { enum: choices }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

it('is the same for Chrome and for the extension: names, types, choices and bounds', () => {
  expect(bare(chrome)).toEqual(outlineOf(managedSchema as v.GenericSchema as unknown as Part));
});
