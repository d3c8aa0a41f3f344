import { expect, it, vi } from 'vitest';
import { once } from './once.ts';

it('makes the value at the first call and keeps it', () => {
  const make = vi.fn(() => ({}));
  const made = once(make);
  expect(make).not.toHaveBeenCalled();
  const first = made();
  expect(made()).toBe(first);
  expect(make).toHaveBeenCalledOnce();
});

it('keeps a value that is undefined', () => {
  const make = vi.fn(() => undefined);
  const made = once(make);
  made();
  made();
  expect(make).toHaveBeenCalledOnce();
});

it('tries again after a call that threw', () => {
  const make = vi.fn(() => 'made');
  make.mockImplementationOnce(() => {
    throw new Error('It broke');
  });
  const made = once(make);
  expect(made).toThrow('It broke');
  expect(made()).toBe('made');
});
