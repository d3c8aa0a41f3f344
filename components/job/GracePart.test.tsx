// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { byRole, fieldOf, settle, show, submit, type } from '../../tests/components/page.ts';
import { grace } from '../../utils/settings/settings.ts';
import { GracePart } from './GracePart.tsx';

const LABEL = 'Seconds before the first call';
const text = () => document.body.textContent ?? '';

beforeEach(async () => {
  fakeBrowser.reset();
  await show(<GracePart />);
  await settle();
});

it('shows the current value, and saves a new one', async () => {
  expect(fieldOf(LABEL).value).toBe('5');
  await type(LABEL, '7');
  await submit('Set');
  expect(await grace.value()).toBe(7);
  expect(text()).toContain('Saved');
});

it.each(['', '1.5', '-1', '601'])('refuses “%s”', async (typed) => {
  await type(LABEL, typed);
  await submit('Set');
  expect(await grace.value()).toBe(5);
  expect(fieldOf(LABEL).getAttribute('aria-invalid')).toBe('true');
});

it('shows the default, and saves nothing, when an administrator has locked it', async () => {
  await grace.save(90);
  await fakeBrowser.storage.managed.set({ locked: ['grace'] });
  await show(<GracePart />);
  await settle();
  expect(fieldOf(LABEL).value).toBe('5');
  expect(fieldOf(LABEL)).toHaveProperty('disabled', true);
  expect(byRole('button', 'Set')).toHaveProperty('disabled', true);
  expect(text()).toContain('Your administrator has set this.');
});
