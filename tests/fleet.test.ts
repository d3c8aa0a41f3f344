import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { understand } from '../utils/accounts/managed.ts';

const fleet = new URL('../docs/fleet/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, fleet), 'utf8');

interface Policy {
  readonly ExtensionSettings: Readonly<Record<string, object>>;
  readonly '3rdparty': Readonly<
    Record<'extensions' | 'Extensions', Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

const chrome = JSON.parse(textOf('chrome.json')) as Policy;
const firefox = (JSON.parse(textOf('policies.json')) as { readonly policies: Policy }).policies;
const settings = Object.values(chrome['3rdparty'].extensions)[0] ?? {};

/** @returns The keys of a registry file with their values: strings and `dword:` numbers. */
function registry(text: string): Map<string, Map<string, string | number>> {
  const keys = new Map<string, Map<string, string | number>>();
  let values = new Map<string, string | number>();
  for (const line of text.split('\n')) {
    const key = /^\[HKEY_LOCAL_MACHINE\\(.+)\]$/.exec(line)?.[1];
    if (key !== undefined) {
      values = new Map();
      keys.set(key, values);
    }
    const [, name, quoted, hex] = /^"(\w+)"=(?:"(.*)"|dword:([0-9a-f]{8}))$/.exec(line) ?? [];
    if (name === undefined) continue;
    values.set(
      name,
      quoted === undefined ? Number.parseInt(hex ?? '', 16) : quoted.replace(/\\(.)/g, '$1'),
    );
  }
  return keys;
}

describe('the examples for administrators', () => {
  it('every part is understood', () => {
    const understood = understand(settings);
    expect(understood.faults).toEqual([]);
    expect(understood.accounts).toEqual(settings.accounts);
    expect(Object.keys(settings).sort()).toEqual(
      Object.keys(understood)
        .filter((name) => name !== 'faults')
        .sort(),
    );
  });

  it('Chrome and Firefox get the same settings, for the extension that is installed', () => {
    expect(Object.keys(chrome['3rdparty'].extensions)).toEqual(
      Object.keys(chrome.ExtensionSettings),
    );
    expect(firefox['3rdparty'].Extensions).toEqual({ 'vodsweep@vodsweep.example': settings });
    expect(Object.keys(firefox.ExtensionSettings)).toEqual(['vodsweep@vodsweep.example']);
  });

  it.each(['Google\\Chrome', 'Microsoft\\Edge'])(
    'the registry file has the same settings for %s',
    (browser) => {
      const keys = registry(textOf('windows.reg'));
      const [id = ''] = Object.keys(chrome.ExtensionSettings);
      const top = `SOFTWARE\\Policies\\${browser}`;
      expect(JSON.parse(String(keys.get(top)?.get('ExtensionSettings')))).toEqual(
        chrome.ExtensionSettings,
      );
      const policy = keys.get(`${top}\\3rdparty\\extensions\\${id}\\policy`) ?? new Map();
      const read = [...policy].map(([name, value]) => {
        if (typeof value === 'string') return [name, JSON.parse(value)];
        return [name, typeof settings[name] === 'boolean' ? value === 1 : value];
      });
      expect(Object.fromEntries(read)).toEqual(settings);
    },
  );

  it('they contain no secret', () => {
    for (const name of ['chrome.json', 'policies.json', 'windows.reg']) {
      expect(textOf(name)).not.toMatch(/AccessKey|Secret|Token/i);
    }
  });
});
