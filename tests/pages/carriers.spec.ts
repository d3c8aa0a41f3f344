import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { carriers } from '../../utils/spotting/carriers/index.ts';
import { identity, recognise } from '../../utils/spotting/shapes.ts';
import { standingOf } from '../../utils/spotting/standing.ts';
import { SITE, spot, test } from './spotting.ts';

interface Expected {
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
  readonly query?: string;
}

const expected = JSON.parse(
  readFileSync(new URL('./html/expected.json', import.meta.url), 'utf8'),
) as Record<string, Expected>;

const text = readFileSync(new URL('../../docs/spotting.md', import.meta.url), 'utf8');

function keyOf(address: string): string {
  const found = recognise(address);
  return found ? identity(found) : address;
}

for (const { id } of carriers) {
  test(`carrier ${id} finds everything on its page, and nothing else`, async ({ site }) => {
    const wanted = expected[id];
    expect(wanted, `tests/pages/html/${id}.html has its addresses in expected.json`).toBeDefined();
    if (!wanted) return;
    await site.goto(`${SITE}${id}.html${wanted.query ?? ''}`);
    const found = (await spot(site)).filter((sighting) => standingOf(sighting, ['page.example']));
    // The browser itself may load an http address over https, so more addresses are allowed.
    const addresses = found.flatMap((sighting) => sighting.addresses);
    expect.soft(addresses).toEqual(expect.arrayContaining([...wanted.addresses]));
    const keys = found.map(({ key }) => key).filter((key) => !/^(?:video|image)-id:/.test(key));
    expect.soft(keys.toSorted()).toEqual(wanted.addresses.map(keyOf).toSorted());
    const ids = found.map(({ key }) => key).filter((key) => /^(?:video|image)-id:/.test(key));
    expect.soft(ids.toSorted()).toEqual(wanted.ids.toSorted());
    for (const sighting of found) expect.soft(sighting.carriers, sighting.key).toContain(id);
    expect.soft(await site.evaluate(() => window.bench.errors)).toEqual([]);
  });

  test(`carrier ${id} has a line in docs/spotting.md`, () => {
    expect(text).toContain(`| \`${id}\` |`);
  });
}
