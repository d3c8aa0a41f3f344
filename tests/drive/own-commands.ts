import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Reads from the code the names of all commands that only pages of the extension may send. */
export function ownCommands(): readonly string[] {
  const files = globSync('utils/*/commands.ts', { cwd: root });
  return files.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    return [...code.matchAll(/= command<[\s\S]*?>\(\)\(\s*'(\w+)'/g)].map(([, name = '']) => name);
  });
}
