import { t } from '../browser/i18n.ts';
import type { MarkTexts } from './marks/mark.ts';
import { startPageMarks } from './marks/page-marks.ts';
import type { Picked } from './report.ts';

/** Sends a pick to the worker and resolves with its reply. */
export type SendPicked = (message: { command: 'reportPicked'; input: Picked }) => Promise<unknown>;

const texts: MarkTexts = {
  collect: (names) => withNames(names, 'marks_collect', 'marks_collect_many'),
  collected: (names) => withNames(names, 'marks_collected', 'marks_collected_many'),
  failed: () => t('marks_failed'),
};

function withNames(
  names: readonly string[],
  one: 'marks_collect' | 'marks_collected',
  many: 'marks_collect_many' | 'marks_collected_many',
): string {
  const [name = ''] = names;
  return names.length === 1 ? t(one, [name]) : t(many, [String(names.length)]);
}

/** Prepares drawing on a page, and draws nothing itself. Does nothing when called again. */
export function drawOnPage(page: Document, send: SendPicked): void {
  const view = page.defaultView;
  // The host element cannot be added to an image or XML document that is shown as a page.
  if (view === null || !(page.documentElement instanceof HTMLElement)) return;
  if (Object.hasOwn(globalThis, 'vodsweepMarks') && globalThis.vodsweepMarks) return;
  const watch = globalThis.vodsweepWatch;
  const marks = startPageMarks({
    document: page,
    view,
    spotter: () => globalThis.vodsweepWatch?.spotter,
    async pick(key) {
      const document = globalThis.vodsweepWatch?.document;
      if (document === undefined) return false;
      const reply = (await send({ command: 'reportPicked', input: { document, key } })) as
        | { readonly ok?: boolean; readonly value?: unknown }
        | undefined;
      return reply?.ok === true && reply.value === true;
    },
    texts,
    onEnd() {
      globalThis.vodsweepMarks = undefined;
    },
  });
  globalThis.vodsweepMarks = marks;
  watch?.signal.addEventListener('abort', () => marks.erase());
}
