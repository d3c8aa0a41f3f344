import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Doubt, Judgement, Presence } from '../../utils/proof/presence.ts';
import type { ProofFault } from '../../utils/proof/prover.ts';
import { LOOK_UP_TEXTS } from '../shared/reason-texts.ts';

interface PresenceLook {
  readonly name: MessageKey;
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
}

/** The name and tone of each result of a check, in the order in which they are shown. */
export const PRESENCES: Readonly<Record<Presence, PresenceLook>> = {
  gone: { name: 'presence_gone', tone: 'good' },
  'still-cached': { name: 'presence_still_cached', tone: 'warn' },
  'still-there': { name: 'presence_still_there', tone: 'bad' },
  'cannot-tell': { name: 'presence_cannot_tell', tone: 'calm' },
};

/** @returns The text for an image that is not known to be gone. */
export function openWords({ presence, doubt }: Judgement): string {
  if (doubt !== undefined) return t(DOUBT_TEXTS[doubt]);
  return t(presence === 'still-cached' ? 'presence_word_cached' : 'presence_word_there');
}

/** Why it is not known whether an image is gone, and what to do. */
const DOUBT_TEXTS: Readonly<Record<Doubt, MessageKey>> = {
  'not-allowed': 'doubt_not_allowed',
  refused: 'doubt_refused',
  'cdn-answers': 'doubt_cdn_answers',
  'no-answer': 'doubt_no_answer',
  'strange-answer': 'doubt_strange_answer',
  'vod-not-asked': 'doubt_vod_not_asked',
};

/** Why a purge was not started. */
export const PROOF_FAULT_TEXTS: Readonly<Record<ProofFault, MessageKey>> = {
  'no-job': 'job_missing',
  ...LOOK_UP_TEXTS.purge,
};
