// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { byRole, click, show } from '../../tests/components/page.ts';
import { useStored } from './hooks.ts';

const read = vi.fn<() => Promise<string>>();

function Reader() {
  const { value, failed, readAgain } = useStored('journal', read, []);
  return (
    <button type="button" onClick={readAgain}>
      {value ?? (failed ? 'failed' : 'reading')}
    </button>
  );
}

const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const said = () => byRole('button').textContent;

beforeEach(() => {
  vi.useFakeTimers();
  read.mockReset();
});

it('says that a store could not be read, and reads it again when asked to', async () => {
  read.mockRejectedValueOnce(new Error('The storage is broken')).mockResolvedValue('read');
  await show(<Reader />);
  await settle();
  expect(said()).toBe('failed');
  await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
  await click(byRole('button'));
  await settle();
  expect(said()).toBe('read');
});

it('keeps its value when a later read fails', async () => {
  read.mockResolvedValueOnce('read').mockRejectedValue(new Error('The storage is broken'));
  await show(<Reader />);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
  await click(byRole('button'));
  await settle();
  expect(read).toHaveBeenCalledTimes(2);
  expect(said()).toBe('read');
});
