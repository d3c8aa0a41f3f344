import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { sleep } from '../../utils/async/sleep.ts';

/** Renders into an empty page. Resolves with the element that contains it once this is done. */
export async function show(content: ComponentChild): Promise<HTMLElement> {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  await act(() => render(content, root));
  return root;
}

/** The first element with a role, and with the name if one is given. @throws Error if none. */
export function byRole(role: string, name?: string): HTMLElement {
  const found = [
    ...document.querySelectorAll<HTMLElement>(`${native[role] ?? ''}[role="${role}"]`),
  ];
  const one = found.find((element) => name === undefined || nameOf(element) === name);
  if (one === undefined) throw new Error(`There is no ${role} ${name ?? ''}`);
  return one;
}

/** Presses a key on an element. */
export async function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}) {
  await act(() => {
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });
}

/** Clicks an element. */
export async function click(element: HTMLElement, more: MouseEventInit = {}): Promise<void> {
  await act(() => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
  });
}

const native: Readonly<Record<string, string>> = {
  button: 'button, ',
  checkbox: 'input[type="checkbox"], ',
};

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
}

/** Types into a field that is found by its label. */
export async function type(label: string, text: string): Promise<void> {
  const field = fieldOf(label);
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The first field whose label begins with a text. @throws Error if there is none. */
export function fieldOf(label: string): HTMLInputElement {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('label')];
  const found = labels.find((one) => one.textContent?.startsWith(label));
  const field = found?.htmlFor
    ? document.getElementById(found.htmlFor)
    : found?.querySelector('input');
  if (!field) throw new Error(`There is no field ${label}`);
  return field as HTMLInputElement;
}

/** Submits the form of the button with this name, and waits for the effects. */
export async function submit(button: string): Promise<void> {
  const form = byRole('button', button).closest('form');
  if (form === null) throw new Error(`${button} belongs to no form`);
  await act(() => {
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
}

/** Waits until promises that are settled already have had their effects. */
export async function settle(): Promise<void> {
  await act(() => sleep(0));
}
