import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Setting } from './setting.ts';
import { SETTINGS } from './settings.ts';

beforeEach(() => fakeBrowser.reset());

const settings = Object.entries<Setting<unknown>>(SETTINGS);

describe('the settings', () => {
  it('have a key each', () => {
    expect(new Set(settings.map(([, { key }]) => key)).size).toBe(settings.length);
  });

  it.each(settings)('%s has a fallback that passes its own schema', (_name, setting) => {
    expect(v.is(setting.schema, setting.fallback)).toBe(true);
  });

  it.each(settings)('%s has its fallback until something readable is stored', async (_n, one) => {
    expect(await one.effective()).toEqual({ value: one.fallback, locked: false });
    await fakeBrowser.storage.local.set({ [one.key]: { not: 'readable' } });
    expect(await one.value()).toEqual(one.fallback);
  });

  it.each(settings)('%s is not saved with a value that the schema refuses', async (_name, one) => {
    await expect(one.save({ not: 'readable' })).rejects.toThrow();
    expect(await one.value()).toEqual(one.fallback);
  });
});
