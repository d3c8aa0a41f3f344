import { useMemo } from 'preact/hooks';
import type { Asked } from '../../utils/plan/ask.ts';
import { answeredIn, askAboutIds, NOTHING_SAID } from '../shared/ask-about-ids.ts';
import { type Pending, useAsking } from './use-asking.ts';

/** All answers so far. `unasked` has the ids without an answer once the asking has ended. */
export interface AskedSoFar {
  readonly asked: Asked;
  readonly pending?: Pending;
}

/**
 * Asks VOD about ids when there is a key, and again when the ids change. An id that has an answer
 * is not asked about again.
 */
export function useAsked(
  accountId: string,
  hasKey: boolean,
  imageIds: readonly string[],
  videoIds: readonly string[],
): AskedSoFar {
  const ids = [...imageIds, ...videoIds];
  const question = hasKey && ids.length > 0 ? `${imageIds.join()} ${videoIds.join()}` : '';
  const { said, open, skip } = useAsking({
    accountId,
    question,
    nothing: NOTHING_SAID,
    ask: (before, take) => askAboutIds({ accountId, imageIds, videoIds }, before, take),
  });
  return useMemo(() => {
    const answered = answeredIn(said);
    const unasked = ids.filter((id) => !answered.has(id));
    if (!open) return { asked: { ...said, unasked } };
    return { asked: said, pending: { done: ids.length - unasked.length, all: ids.length, skip } };
  }, [said, open, ids.join()]);
}
