import { type PatientCall, patientCalls } from '../vod/patient-call.ts';

const calls = new Map<string, PatientCall>();

/**
 * @returns The calls that read for an account. They share one pace while the worker lives, because
 *   VOD's limit is the account's.
 */
export function readingOf(accountId: string): PatientCall {
  const call = calls.get(accountId) ?? patientCalls();
  calls.set(accountId, call);
  return call;
}
