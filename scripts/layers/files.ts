import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { layers } from './table.ts';

const tops = [...new Set(Object.keys(layers).map((layer) => layer.split('/')[0] ?? layer))];
const rooms = Object.keys(layers).flatMap((layer) => layer.split('/').slice(1));

/** Why a file of the project has no place in the table; `undefined` if it has one. */
export function misplaced(file: string): string | undefined {
  const layer = Object.keys(layers).find((one) => file.startsWith(`${one}/`));
  if (layer === undefined) {
    return `${file}: belongs to no layer; give its folder a line in scripts/layers/table.ts`;
  }
  const inside = file
    .slice(layer.length + 1)
    .split('/')
    .slice(0, -1);
  const name = layer.startsWith('utils/') && inside.find((one) => rooms.includes(one));
  return name ? `${file}: no folder inside a room may have a room's name, ${name}` : undefined;
}

/** The TypeScript files of the layers that have no place in the table, each with the reason. */
export function misplacedIn(root: string): string[] {
  return tops.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
      .flatMap((file) => misplaced(file.replaceAll('\\', '/')) ?? []),
  );
}
