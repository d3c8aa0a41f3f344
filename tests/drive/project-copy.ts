import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The project's folder. */
export const projectRoot: string = join(import.meta.dirname, '../..');

/** Folders that are not copied. */
const LEFT_OUT = new Set(['node_modules', '.git', '.output']);

/** A copy of the project in a temporary folder, with the packages of the original. */
export interface ProjectCopy {
  readonly folder: string;
  /** Deletes it. */
  remove(): void;
}

/** Copies the project's folder, with changes that are not committed. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'vodsweep-copy-'));
  cpSync(projectRoot, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(relative(projectRoot, path)),
  });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
