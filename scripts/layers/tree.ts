import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Breach, breachesOf } from './check.ts';
import { layers } from './table.ts';

/** Every TypeScript file of the layers, as paths from the project's folder. */
export function filesOf(root: string): string[] {
  const tops = new Set(Object.keys(layers).map((layer) => layer.split('/')[0] ?? layer));
  return [...tops].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'),
      ),
  );
}

/** Checks every file of the project. */
export function breachesIn(root: string): Breach[] {
  return filesOf(root).flatMap((file) => breachesOf(file, readFileSync(join(root, file), 'utf8')));
}
