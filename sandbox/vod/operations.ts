import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from './operations/operation.ts';

const names = readdirSync(join(import.meta.dirname, 'operations'))
  .filter((file) => file.endsWith('.ts') && file !== 'operation.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

/** Every operation of the gateway. Each file of the folder exports one as `operation`. */
export const operations: readonly Operation[] = await Promise.all(
  names.map(async (name) => {
    const { operation }: { readonly operation?: Operation } = await import(
      `./operations/${name}.ts`
    );
    if (operation === undefined) throw new TypeError(`operations/${name}.ts exports no operation`);
    return operation;
  }),
);
