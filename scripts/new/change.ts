import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why nothing is written, and what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** A file to write, or a file to change. Paths are from the project's folder. */
export type Change =
  | { readonly file: string; readonly create: string }
  | { readonly file: string; readonly edit: (text: string) => string };

/** What `npm run new` can write. */
export interface Scaffold {
  /** The arguments after the kind, for the usage line. */
  readonly usage: string;
  /** What is left to do by hand once the files are written. */
  readonly next: readonly string[];
  /**
   * @param args The arguments after the kind.
   * @throws Refusal when an argument is missing or malformed.
   */
  changes(args: readonly string[]): readonly Change[];
}

/**
 * Adds a line or a block before the first line that holds the anchor.
 * @throws Refusal when no line holds it.
 */
export function before(anchor: string, addition: string): (text: string) => string {
  return (text) => {
    const at = text.indexOf(anchor);
    if (at < 0) throw new Refusal(`The place for the new line was not found: ${anchor}`);
    const line = text.lastIndexOf('\n', at) + 1;
    return `${text.slice(0, line)}${addition}${text.slice(line)}`;
  };
}

/**
 * Adds a block right after the line that closes a table: `start` names its first line, `end` is the
 * first text after it, before which the block is put.
 * @throws Refusal when one of the two is not found.
 */
export function atEndOf(start: string, end: string, addition: string): (text: string) => string {
  return (text) => {
    const from = text.indexOf(start);
    const at = from < 0 ? -1 : text.indexOf(end, from);
    if (at < 0) throw new Refusal(`The table was not found: ${start}`);
    return `${text.slice(0, at)}${addition}${text.slice(at)}`;
  };
}

/** @returns An edit that makes several edits one after another. */
export function all(...edits: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => edits.reduce((done, edit) => edit(done), text);
}

/** A user-visible text in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** @returns The changes of both languages that add messages at the end. */
export function messages(added: Readonly<Record<string, Words>>): readonly Change[] {
  const edit = (language: keyof Words) => (text: string) => {
    const known = JSON.parse(text) as Record<string, unknown>;
    for (const [key, words] of Object.entries(added)) {
      if (Object.hasOwn(known, key)) throw new Refusal(`There is a message "${key}" already.`);
      known[key] = { message: words[language] };
    }
    return `${JSON.stringify(known, null, 2)}\n`;
  };
  return [
    { file: 'public/_locales/en/messages.json', edit: edit('en') },
    { file: 'public/_locales/zh_CN/messages.json', edit: edit('zh') },
  ];
}

/**
 * Writes all changes, or none.
 * @param root The project's folder.
 * @returns The files that were written.
 * @throws Refusal when a file that is to be created is there already, or an edit finds no place.
 */
export function write(root: string, changes: readonly Change[]): readonly string[] {
  const written = changes.map((change) => {
    const path = join(root, change.file);
    if ('edit' in change) {
      return { path, text: change.edit(readFileSync(path, 'utf8')) };
    }
    if (existsSync(path)) {
      throw new Refusal(`${change.file} is there already, and nothing is overwritten. Choose \
another name, or delete the file first.`);
    }
    return { path, text: change.create };
  });
  for (const { path, text } of written) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return changes.map(({ file }) => file);
}
