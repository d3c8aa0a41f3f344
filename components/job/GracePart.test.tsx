// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { graceSeconds } from '../../utils/job/settings.ts';
import { byRole, fieldOf, settle, show, submit, type } from '../shared/testing.ts';
import { GracePart } from './GracePart.tsx';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/messages.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/messages.ts')>()),
  send,
}));

const LABEL = 'Seconds before the first call';
const text = () => document.body.textContent ?? '';

beforeEach(async () => {
  fakeBrowser.reset();
  send.mockReset();
  send.mockResolvedValue(undefined);
  await show(<GracePart locked={false} />);
  await settle();
});

it('shows what is set, and sets another', async () => {
  expect(fieldOf(LABEL).value).toBe('5');
  await type(LABEL, '7');
  await submit('Set');
  expect(send.mock.calls.map(([{ name }, input]) => [name, input])).toEqual([
    ['saveGrace', { seconds: 7 }],
  ]);
  expect(text()).toContain('Saved');
});

it.each(['', '1.5', '-1', '601'])('refuses “%s”', async (typed) => {
  await type(LABEL, typed);
  await submit('Set');
  expect(send).not.toHaveBeenCalled();
  expect(fieldOf(LABEL).getAttribute('aria-invalid')).toBe('true');
});

it('shows what it comes with, and sets nothing, where an administrator locked it', async () => {
  await graceSeconds.setValue(90);
  await show(<GracePart locked />);
  await settle();
  expect(fieldOf(LABEL).value).toBe('5');
  expect(fieldOf(LABEL)).toHaveProperty('disabled', true);
  expect(byRole('button', 'Set')).toHaveProperty('disabled', true);
  expect(text()).toContain('Your administrator has set this.');
});
