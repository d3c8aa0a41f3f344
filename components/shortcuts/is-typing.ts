const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'color', 'range']);

/** @returns Whether a key that is pressed in this element enters text or chooses an option. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}
