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

/** The account of the tests. */
export const current = seen();

/** @returns The plan that was sent last. */
export const sentPlan = (): Plan => {
  const started = worker.sentTo(startJob).at(-1);
  if (started === undefined) throw new Error('No plan was sent');
  return started.plan;
};

/** Called with the id of the started job. */
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
/** @returns The last button of the dialog, which deletes. */
export const confirmButton = () => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  const last = buttons.at(-1);
  if (last === undefined) throw new Error('There is no button');
  return last;
};

/** Types the number of targets. */
export const typeNumber = async (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog input[type="text"]');
  if (input === null) throw new Error('There is no field to type the number into');
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

/** @returns The label whose text ends with `name`. */
export const labelOf = (name: string) => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((label) => label.textContent?.endsWith(name));
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};

/** Toggles the checkbox whose label ends with `name`. */
export const tick = (name: string) => act(() => void labelOf(name).querySelector('input')?.click());
/** Lets the components handle the answers. */
export const settle = () => act(() => Promise.resolve());
/** @returns The text of the dialog. */
export const text = () => document.querySelector('dialog')?.textContent ?? '';
