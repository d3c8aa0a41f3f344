import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The names of all commands that only pages of the extension may send, as the code defines them. */
export function ownCommands(): readonly string[] {
  const files = globSync('utils/*/commands.ts', { cwd: root });
  return files.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    return [...code.matchAll(/= command<[\s\S]*?>\(\)\(\s*'(\w+)'/g)].map(([, name = '']) => name);
  });
}
