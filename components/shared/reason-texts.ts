import type { LookUpFault } from '../../utils/accounts/look-up.ts';
import type { MessageKey } from '../../utils/browser/i18n.ts';
import type { StartFault } from '../../utils/job/hindrance.ts';
import type { JobState, PausedFor } from '../../utils/job/job-record.ts';
import type { Outcome } from '../../utils/job/outcome.ts';
import type { ManagedLimitFault } from '../../utils/plan/managed-limits.ts';
import type { ReasonKind } from '../../utils/plan/reason.ts';

/** What happened, and what the person can do. */
export interface ReasonText {
  readonly happened: MessageKey;
  readonly next: MessageKey;
}

/** The texts for everything that can go wrong with a target. */
export const REASON_TEXTS: Readonly<Record<ReasonKind, ReasonText>> = {
  'not-found': { happened: 'reason_not_found', next: 'reason_not_found_next' },
  throttled: { happened: 'reason_throttled', next: 'reason_throttled_next' },
  server: { happened: 'reason_server', next: 'reason_server_next' },
  transport: { happened: 'reason_transport', next: 'reason_transport_next' },
  clock: { happened: 'reason_clock', next: 'reason_clock_next' },
  'nonce-used': { happened: 'reason_nonce_used', next: 'reason_nonce_used_next' },
  'key-unknown': { happened: 'reason_key_unknown', next: 'reason_key_unknown_next' },
  'key-disabled': { happened: 'reason_key_disabled', next: 'reason_key_disabled_next' },
  signature: { happened: 'reason_signature', next: 'reason_signature_next' },
  'token-expired': { happened: 'reason_token_expired', next: 'reason_token_expired_next' },
  'token-invalid': { happened: 'reason_token_invalid', next: 'reason_token_invalid_next' },
  forbidden: { happened: 'reason_forbidden', next: 'reason_forbidden_next' },
  'not-own-domain': { happened: 'reason_not_own_domain', next: 'reason_not_own_domain_next' },
  'not-opened': { happened: 'reason_not_opened', next: 'reason_not_opened_next' },
  overdue: { happened: 'reason_overdue', next: 'reason_overdue_next' },
  'bad-parameter': { happened: 'reason_bad_parameter', next: 'reason_bad_parameter_next' },
  'wrong-endpoint': { happened: 'reason_wrong_endpoint', next: 'reason_wrong_endpoint_next' },
  unreadable: { happened: 'reason_unreadable', next: 'reason_unreadable_next' },
  quota: { happened: 'reason_quota', next: 'reason_quota_next' },
  unknown: { happened: 'reason_unknown', next: 'reason_unknown_next' },
  'gone-after-lost-answer': {
    happened: 'reason_gone_after_lost_answer',
    next: 'reason_gone_after_lost_answer_next',
  },
  'gone-after-earlier-try': {
    happened: 'reason_gone_after_earlier_try',
    next: 'reason_gone_after_earlier_try_next',
  },
  'not-confirmed': { happened: 'reason_not_confirmed', next: 'reason_not_confirmed_next' },
  'snapshot-refused': { happened: 'reason_snapshot_refused', next: 'reason_snapshot_refused_next' },
  'stopped-by-person': {
    happened: 'reason_stopped_by_person',
    next: 'reason_stopped_by_person_next',
  },
};

const ASK_AGAIN = 'ask_again_next';

/** The texts for what can go wrong when VOD is asked about ids, before anything is deleted. */
export const ASK_TEXTS: Readonly<Record<ReasonKind, ReasonText>> = {
  ...REASON_TEXTS,
  'not-found': { happened: 'ask_bad_parameter', next: 'ask_bad_parameter_next' },
  throttled: { happened: 'reason_throttled', next: ASK_AGAIN },
  server: { happened: 'reason_server', next: ASK_AGAIN },
  transport: { happened: 'reason_transport', next: ASK_AGAIN },
  clock: { happened: 'reason_clock', next: 'ask_clock_next' },
  'nonce-used': { happened: 'reason_nonce_used', next: ASK_AGAIN },
  'token-expired': { happened: 'reason_token_expired', next: 'ask_token_expired_next' },
  forbidden: { happened: 'ask_forbidden', next: 'ask_forbidden_next' },
  overdue: { happened: 'reason_overdue', next: 'ask_overdue_next' },
  'bad-parameter': { happened: 'ask_bad_parameter', next: 'ask_bad_parameter_next' },
  unreadable: { happened: 'reason_unreadable', next: ASK_AGAIN },
  quota: { happened: 'reason_quota', next: ASK_AGAIN },
};

const TEST_AGAIN = 'test_again_next';

/** The texts for what can go wrong when an account is tested, or its domains are looked up. */
export const TEST_TEXTS: Readonly<Record<ReasonKind, ReasonText>> = {
  ...ASK_TEXTS,
  'not-found': { happened: 'reason_unknown', next: 'reason_unknown_next' },
  throttled: { happened: 'reason_throttled', next: TEST_AGAIN },
  server: { happened: 'reason_server', next: TEST_AGAIN },
  transport: { happened: 'test_transport', next: 'test_transport_next' },
  clock: { happened: 'reason_clock', next: 'test_clock_next' },
  'nonce-used': { happened: 'reason_nonce_used', next: TEST_AGAIN },
  'token-expired': { happened: 'reason_token_expired', next: 'test_token_expired_next' },
  forbidden: { happened: 'test_forbidden', next: 'test_forbidden_next' },
  overdue: { happened: 'reason_overdue', next: 'test_overdue_next' },
  'bad-parameter': { happened: 'reason_unknown', next: 'reason_unknown_next' },
  unreadable: { happened: 'reason_unreadable', next: 'test_unreadable_next' },
  quota: { happened: 'reason_quota', next: TEST_AGAIN },
};

/** The texts for what can go wrong when cached copies are purged. */
export const PURGE_TEXTS: Readonly<Record<ReasonKind, ReasonText>> = {
  ...TEST_TEXTS,
  forbidden: { happened: 'purge_forbidden', next: 'purge_forbidden_next' },
  quota: { happened: 'purge_quota_used', next: 'purge_quota_used_next' },
  'not-own-domain': { happened: 'purge_not_own', next: 'purge_not_own_next' },
};

/** The word for each outcome. */
export const OUTCOME_TEXTS: Readonly<Record<Outcome, MessageKey>> = {
  deleted: 'outcome_deleted',
  'already-gone': 'outcome_already_gone',
  failed: 'outcome_failed',
  unknown: 'outcome_unknown',
  stopped: 'outcome_stopped',
};

/** The tone in which each outcome is shown. */
export const OUTCOME_TONES: Readonly<Record<Outcome, 'calm' | 'good' | 'warn' | 'bad'>> = {
  deleted: 'good',
  'already-gone': 'good',
  failed: 'bad',
  unknown: 'warn',
  stopped: 'calm',
};

/** The word for each state of a job. */
export const JOB_STATE_TEXTS: Readonly<Record<JobState, MessageKey>> = {
  waiting: 'job_state_waiting',
  running: 'job_state_running',
  paused: 'job_state_paused',
  stopping: 'job_state_stopping',
  ended: 'job_state_ended',
};

/** Why a job is paused, and what the person can do to continue it. */
export const PAUSED_TEXTS: Readonly<Record<PausedFor, MessageKey>> = {
  'no-key': 'key_missing_paused',
  locked: 'job_paused_locked',
  expired: 'job_paused_expired',
  uri: 'job_paused_uri',
  'other-key': 'job_paused_other_key',
  'account-changed': 'job_paused_account_changed',
  refused: 'job_paused_refused',
  throttled: 'job_paused_throttled',
  unreachable: 'job_paused_unreachable',
  offline: 'job_paused_offline',
  'no-room': 'job_paused_no_room',
  trouble: 'job_paused_trouble',
};

/** Why an account cannot sign, in the words of each place that says it. */
export const LOOK_UP_TEXTS = {
  /** Before a deletion, or a question to VOD about images. */
  start: {
    'no-account': 'start_fault_no_account',
    'no-key': 'start_fault_no_key',
    locked: 'start_fault_locked',
    expired: 'start_fault_expired',
    uri: 'start_fault_uri',
  },
  /** Before a purge of cached copies. */
  purge: {
    'no-account': 'start_fault_no_account',
    'no-key': 'purge_fault_no_key',
    locked: 'purge_fault_locked',
    expired: 'purge_fault_expired',
    uri: 'purge_fault_uri',
  },
  /** Before a test of an account. */
  test: {
    'no-account': 'test_no_key_absent',
    'no-key': 'test_no_key_absent',
    locked: 'test_no_key_locked',
    expired: 'test_no_key_expired',
    uri: 'test_no_key_uri',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<LookUpFault, MessageKey>>>>;

/** Why a plan was not started. */
export const START_FAULT_TEXTS: Readonly<Record<StartFault | ManagedLimitFault, MessageKey>> = {
  ...LOOK_UP_TEXTS.start,
  'number-not-typed': 'start_fault_number_not_typed',
  'account-changed': 'start_fault_account_changed',
  'not-mine': 'start_fault_not_mine',
  'too-many': 'start_fault_too_many',
  'address-forbidden': 'start_fault_address_forbidden',
  'id-forbidden': 'start_fault_id_forbidden',
  'video-forbidden': 'start_fault_video_forbidden',
  'calls-do-not-cover': 'start_fault_broken_plan',
  'call-too-large': 'start_fault_broken_plan',
  'call-mixed': 'start_fault_broken_plan',
};
