import { describe, expect, it } from 'vitest';
import type { CallInBrief } from '../../sandbox/process.ts';
import type { JobRecord, SendRecord } from '../../utils/job/job-record.ts';
import type { Outcome, TargetOutcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { JournalOfJob } from './journal.ts';
import { type Aim, judgeEnded, judgeUnderWay, type SandboxRecord } from './judge.ts';

const plan: Plan = {
  id: '00000000-0000-4000-8000-000000000000',
  accountId: 'acme',
  region: 'cn-shanghai',
  keyHint: 'LTAI…',
  createdAt: 0,
  targets: ['a', 'b'].map((imageId) => ({ by: 'id', imageId }) as const),
  calls: [[0, 1]],
};
const aim: Aim = { plan, paths: ['/a', '/b'] };
const existed = new Set(['/a', '/b', '/c']);

function call(ids: string, at: number, more: Partial<CallInBrief> = {}): CallInBrief {
  return {
    at,
    action: 'DeleteImage',
    parameters: { DeleteImageType: 'ImageId', ImageIds: ids },
    nonce: `${ids}${at}`,
    requestId: 'R',
    status: 200,
    code: undefined,
    answered: true,
    ...more,
  };
}

function outcome(target: number, is: Outcome = 'deleted'): TargetOutcome {
  return { jobId: plan.id, target, outcome: is, at: 20, requestId: 'R' };
}

function journal(
  outcomes: readonly TargetOutcome[],
  sends: readonly Partial<SendRecord>[] = [],
): JournalOfJob {
  const count = (is: Outcome) => outcomes.filter((one) => one.outcome === is).length;
  const counts = {
    deleted: count('deleted'),
    'already-gone': count('already-gone'),
    failed: count('failed'),
    unknown: count('unknown'),
    stopped: count('stopped'),
  };
  return {
    job: { id: plan.id, counts } as JobRecord,
    outcomes,
    sends: sends.map((send) => ({ jobId: plan.id, sentAt: 0, targets: [], ...send })),
  };
}

function record(gone: readonly string[], calls = [call('a,b', 10)]): SandboxRecord {
  return { gone: new Set(gone), calls };
}

describe('judgeEnded', () => {
  const both = [outcome(0), outcome(1)];

  it('finds no problem if plan, journal and record agree', () => {
    expect(judgeEnded(aim, journal(both), record(['/a', '/b']), existed)).toEqual([]);
  });

  it.each<[string, JournalOfJob, SandboxRecord, string]>([
    ['a target without an outcome', journal([outcome(0)]), record(['/a', '/b']), 'no outcome'],
    ['a deleted target that still exists', journal(both), record(['/a']), 'yet there'],
    [
      'a failed target that is gone',
      journal([outcome(0), outcome(1, 'failed')]),
      record(['/a', '/b']),
      'yet gone',
    ],
    ['a deleted file that is in no plan', journal(both), record(['/a', '/b', '/c']), 'in no plan'],
    [
      'a target that was sent again',
      journal(both),
      record(['/a', '/b'], [call('a,b', 10), call('b', 30)]),
      'sent again',
    ],
    [
      'a deleted target whose call was refused',
      journal(both),
      record(['/a', '/b'], [call('a,b', 10, { status: 404 })]),
      'no call that did it',
    ],
    [
      'a wrong count',
      { ...journal(both), job: journal([]).job },
      record(['/a', '/b']),
      'the job counts',
    ],
  ])('finds %s', (_, found, said, problem) => {
    expect(judgeEnded(aim, found, said, existed).join('\n')).toContain(problem);
  });
});

describe('judgeUnderWay', () => {
  it('accepts a deletion only if an open send may have caused it', () => {
    const before = journal([]);
    const open = journal([], [{ targets: [0, 1] }]);
    const closed = journal([], [{ targets: [0, 1], answeredAt: 15 }]);
    const said = record(['/a', '/b']);
    expect(judgeUnderWay(aim, { before, record: said, after: open })).toEqual([]);
    expect(judgeUnderWay(aim, { before, record: said, after: closed })).toHaveLength(2);
    expect(judgeUnderWay(aim, { before, record: said, after: before })).toHaveLength(2);
  });

  it('finds a target that is deleted in the journal but still exists', () => {
    const before = journal([outcome(0)]);
    const found = judgeUnderWay(aim, { before, record: record([]), after: before });
    expect(found.join()).toContain('yet there');
  });
});
