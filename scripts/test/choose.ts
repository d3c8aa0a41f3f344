import { parseArgs } from 'node:util';
import { Advice } from '../steps.ts';
import { changes, suitesBrokenBy } from './changed.ts';
import { type Choice, type Suite, suites } from './suites.ts';

/** What a run of `npm test` does. */
export interface Chosen {
  /** In the order of the table. */
  readonly suites: readonly Suite[];
  readonly choice: Choice;
}

/** The options of `npm test`. */
export const testOptions = {
  only: { type: 'string' },
  name: { type: 'string' },
  changed: { type: 'boolean' },
} as const;

/** Where the files are that go into a build. */
const PRODUCT = /^(utils|components|entrypoints|public)\//;

function named(list: string): ReadonlySet<string> {
  const names = list.split(',');
  const unknown = names.find((name) => !suites.some((one) => one.name === name));
  if (unknown === undefined) return new Set(names);
  const known = suites.map((one) => one.name).join(', ');
  throw new Advice(`There is no suite ${unknown}. Suites: ${known}`);
}

function withNeeds(chosen: readonly Suite[]): readonly Suite[] {
  const needs = new Set(chosen.flatMap((one) => one.needs ?? []));
  return suites.filter((one) => chosen.includes(one) || needs.has(one.name));
}

/**
 * Reads which suites and tests to run: `--only=<suite>,<suite>`, `--name <part of a title>`,
 * `--changed`. Several of them leave what fits all.
 * @throws {Advice} If a suite is unknown.
 */
export async function choose(args: readonly string[]): Promise<Chosen> {
  const { values } = parseArgs({ args: [...args], options: testOptions });
  const { only, name } = values;
  let left = suites;
  if (only !== undefined) {
    const names = named(only);
    left = left.filter((one) => names.has(one.name));
  }
  if (name !== undefined) left = left.filter((one) => one.named);
  const ofName = name === undefined ? {} : { name };
  if (!values.changed) return { suites: withNeeds(left), choice: ofName };

  const { since, files } = await changes();
  const broken = suitesBrokenBy(files);
  console.log(`${files.length} files changed since ${since.slice(0, 10)}`);
  // What every suite depends on, such as package.json, is imported by none.
  if (broken === 'all' && !files.every((file) => PRODUCT.test(file))) {
    return { suites: withNeeds(left), choice: ofName };
  }
  return {
    suites: withNeeds(broken === 'all' ? left : left.filter((one) => broken.has(one.name))),
    choice: { ...ofName, since, productChanged: files.some((file) => PRODUCT.test(file)) },
  };
}
