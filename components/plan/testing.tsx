import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { noVault, seen } from '../../tests/components/fixtures.ts';
import { show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { understand } from '../../utils/accounts/managed.ts';
import type { Item } from '../../utils/collection/item.ts';
import { startJob } from '../../utils/job/commands.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { DeleteDialog } from './DeleteDialog.tsx';

/** The account that tests delete with. */
export const current = seen();

/** The plan that was sent last. */
export const sentPlan = (): Plan => {
  const started = worker.sentTo(startJob).at(-1);
  if (started === undefined) throw new Error('No plan was sent');
  return started.plan;
};

/** Called with the job that was started. */
export const started = vi.fn();
/** Shows the dialog for some items. */
export const open = (items: readonly Item[], state = current, vault = noVault, managed = {}) =>
  show(
    <DeleteDialog
      request={{ items }}
      current={state}
      vault={vault}
      managed={understand(managed)}
      onClose={vi.fn()}
      onStarted={started}
    />,
  );
/** The last button of the dialog, which deletes. */
export const confirmButton = () => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  const last = buttons.at(-1);
  if (last === undefined) throw new Error('There is no button');
  return last;
};

/** Types the number that confirms. */
export const typeNumber = async (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog input[type="text"]');
  if (input === null) throw new Error('There is no field to type the number into');
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

/** The label that ends so. */
export const labelOf = (name: string) => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((label) => label.textContent?.endsWith(name));
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};

/** Ticks the box whose label ends so, or takes its tick away. */
export const tick = (name: string) => act(() => void labelOf(name).querySelector('input')?.click());
/** Waits for what was answered. */
export const settle = () => act(() => Promise.resolve());
/** All that the dialog says. */
export const text = () => document.querySelector('dialog')?.textContent ?? '';
