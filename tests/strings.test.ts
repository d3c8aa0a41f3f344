import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import en from '../public/_locales/en/messages.json';

const root = join(import.meta.dirname, '..');

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => ending.test(file) && !/\.test\.tsx?$|testing\.tsx?$/.test(file));
}

const components = sources('components', /\.tsx$/);
const code = [
  ...['components', 'utils', 'entrypoints'].flatMap((folder) => sources(folder, /\.tsx?$|\.html$/)),
  'wxt.config.ts',
].map((file) => readFileSync(join(root, file), 'utf8'));

/** Attributes with a value that a person reads or hears. */
const READ = new Set(['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description']);

/** Names that are the same in every language, and example addresses. */
const NAMES = /^(?:VideoId|ImageId|[\w./:-]*\bexample\.com[\w/-]*)$/;

/** @returns Texts that are in a component instead of in `messages.json`. */
function hardCoded(file: string, text = readFileSync(join(root, file), 'utf8')): string[] {
  const found: string[] = [];
  const read = (value: unknown) => {
    if (typeof value !== 'string' || !/\p{L}{2}/u.test(value)) return;
    // The key of a message is passed on to where its text is used.
    if (Object.hasOwn(en, value)) return;
    if (!NAMES.test(value.trim())) found.push(`${file}: ${value.trim()}`);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, name, value, expression } = node as Readonly<Record<string, unknown>> & {
      readonly name?: { readonly name?: unknown };
      readonly value?: { readonly type?: unknown; readonly value?: unknown };
      readonly expression?: { readonly type?: unknown; readonly value?: unknown };
    };
    if (type === 'JSXText') read(value);
    if (type === 'JSXExpressionContainer' && expression?.type === 'Literal') read(expression.value);
    if (type === 'JSXAttribute' && READ.has(String(name?.name)) && value?.type === 'Literal') {
      read(value.value);
    }
    // The value of other attributes, such as `class`, is not read by a person.
    if (type === 'JSXAttribute' && !READ.has(String(name?.name))) {
      if (value?.type === 'JSXExpressionContainer') visitInside(value);
      return;
    }
    for (const child of Object.values(node)) visit(child);
  };
  const visitInside = (node: object) => {
    const { expression } = node as { readonly expression?: { readonly type?: unknown } };
    if (expression?.type !== 'Literal') visit(expression);
  };
  visit(parseSync(file, text).program);
  return found;
}

describe('texts', () => {
  it('are in the messages of each language and not in components', () => {
    expect(components.length).toBeGreaterThan(80);
    expect(components.flatMap((file) => hardCoded(file))).toEqual([]);
  });

  it('are found if they are in a component', () => {
    const text =
      'const A = () => <p title="Some words" class="b c">Hello there <i>{"you"}</i></p>;';
    expect(hardCoded('a.tsx', text)).toEqual([
      'a.tsx: Some words',
      'a.tsx: Hello there',
      'a.tsx: you',
    ]);
  });

  it('are all used', () => {
    const unused = Object.keys(en).filter(
      (key) => !code.some((text) => new RegExp(`['"]${key}['"]|__MSG_${key}__`).test(text)),
    );
    expect(unused).toEqual([]);
  });
});
