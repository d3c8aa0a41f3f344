import type { AccountState, KeyState } from '../../utils/accounts/state.ts';
import { formatMoment, type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { UriFault } from '../../utils/keys/uri-fault.ts';
import type { ReasonText } from '../shared/reason-texts.ts';

/** The texts for a state of a key: a line, and a short mark when the account cannot sign. */
interface KeyText {
  readonly line: MessageKey;
  readonly mark?: MessageKey;
}

/** The texts for each state of a key. */
export const KEY_TEXTS: Readonly<Record<KeyState, KeyText>> = {
  ready: { line: 'key_ready' },
  locked: { line: 'key_locked', mark: 'key_locked_mark' },
  absent: { line: 'key_absent', mark: 'key_absent_mark' },
  'on-demand': { line: 'key_on_demand' },
  expired: { line: 'key_expired', mark: 'key_expired_mark' },
};

/** What went wrong with a credentials URI, and what the person can do. */
export const URI_FAULT_TEXTS: Readonly<Record<UriFault, ReasonText>> = {
  'not-allowed': { happened: 'uri_not_allowed', next: 'uri_not_allowed_next' },
  unreachable: { happened: 'uri_unreachable', next: 'uri_unreachable_next' },
  'too-slow': { happened: 'uri_too_slow', next: 'uri_too_slow_next' },
  redirect: { happened: 'uri_redirect', next: 'uri_redirect_next' },
  refused: { happened: 'uri_refused', next: 'uri_refused_next' },
  'wrong-type': { happened: 'uri_wrong_type', next: 'uri_wrong_type_next' },
  malformed: { happened: 'uri_malformed', next: 'uri_malformed_next' },
  expired: { happened: 'uri_expired', next: 'uri_expired_next' },
};

/** @returns The state of an account's key, in one line. */
export function keyLine({ keyState, keyHint, expiresAt }: AccountState): string {
  const words =
    keyHint !== undefined && (keyState === 'ready' || keyState === 'on-demand')
      ? t('key_with_hint', [t(KEY_TEXTS[keyState].line), keyHint])
      : t(KEY_TEXTS[keyState].line);
  return keyState === 'ready' && expiresAt !== undefined
    ? t('key_until', [words, formatMoment(expiresAt)])
    : words;
}

/** @returns Whether the account can probably sign a call now. */
export function canSign({ keyState }: AccountState): boolean {
  return keyState === 'ready' || keyState === 'on-demand';
}
