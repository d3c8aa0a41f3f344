import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../utils/browser/messages.ts';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

interface Definition {
  readonly name: string;
  readonly audience: Audience;
}

const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'audience' in value && 'name' in value;

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../utils/*/commands.ts', {
  eager: true,
});

/** The commands that the `commands.ts` of each room exports. */
const rooms = Object.entries(modules).map(([path, exported]) => ({
  room: path.split('/').at(-2) ?? '',
  commands: Object.values(exported).filter(isDefinition),
}));

/** @returns The commands in the table of the document, by room. */
function documented(sender: Audience): Map<string, string[]> {
  const heading = { 'content-scripts': 'Content scripts', 'own-pages': 'Own pages' }[sender];
  const column = ['Room', 'Content scripts', 'Own pages'].indexOf(heading);
  const lines = text.split('\n').filter((line) => /^\| `[a-z]+` \|/.test(line));
  return new Map(
    lines.map((line) => {
      const cells = line.split('|').slice(1, -1);
      const names = [...(cells[column] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
      return [cells[0]?.trim().replaceAll('`', '') ?? '', names.sort()] as const;
    }),
  );
}

describe('docs/architecture.md', () => {
  it.each(['content-scripts', 'own-pages'] as const)('names every command of %s', (sender) => {
    const served = new Map(
      rooms.map(({ room, commands }) => [
        room,
        commands
          .filter(({ audience }) => audience === sender)
          .map(({ name }) => name)
          .sort(),
      ]),
    );
    expect(documented(sender)).toEqual(served);
  });

  it('content scripts can send only three commands, none of which reads a key or deletes', () => {
    const open = rooms.flatMap(({ commands }) =>
      commands.filter(({ audience }) => audience === 'content-scripts').map(({ name }) => name),
    );
    expect(open.sort()).toEqual(['readStyleSheet', 'reportPicked', 'reportSightings']);
  });

  it('names exactly the rooms that exist', () => {
    const folders = readdirSync(join(root, 'utils'), { withFileTypes: true });
    const there = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const named = [...text.matchAll(/^ {2}([a-z]+)\/ {2,}\S/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(there.sort());
  });

  it('names only files and folders that exist', () => {
    const paths = [
      ...text.matchAll(/`((?:utils|components|entrypoints|tests|sandbox|docs)\/[\w./-]+)`/g),
    ];
    const missing = paths
      .map(([, path]) => path ?? '')
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});
