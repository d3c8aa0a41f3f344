import { describe, expect, it } from 'vitest';
import { NEW_ACCOUNT } from '../accounts/account.ts';
import type { TargetOutcome } from '../job/outcome.ts';
import { draftPlan } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { retrySelection } from './retry.ts';

const account = {
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['img.example.com'],
} as const;
const address = (n: number) =>
  `https://img.example.com/image/default/${String(n).padStart(32, '0')}-6-2.png`;
const id = 'f'.repeat(32);

describe('retrySelection', () => {
  const targets: Plan['targets'] = [
    { by: 'url', address: address(0) },
    {
      by: 'url',
      address: address(1),
      shown: `${address(1)}?auth_key=1`,
      found: { kind: 'cover', standing: 'mine', page: 'https://site.example/', carrier: 'img' },
    },
    { by: 'id', imageId: id },
    { by: 'video', videoId: id, types: ['CoverSnapshot'] },
    { by: 'url', address: address(4) },
  ];
  const outcome = (target: number, how: TargetOutcome['outcome']): TargetOutcome => ({
    jobId: 'j',
    target,
    outcome: how,
    at: 0,
  });

  it('selects what may still be there, and drafts the same targets again', () => {
    const outcomes = [
      outcome(0, 'deleted'),
      outcome(1, 'failed'),
      outcome(2, 'stopped'),
      outcome(3, 'unknown'),
      outcome(4, 'already-gone'),
    ];
    const { items, types } = retrySelection({ targets }, outcomes);
    const { plan, leftOut } = draftPlan(
      items,
      { ...account, ownDomains: [...account.ownDomains] },
      { types, videoIds: [] },
    );
    expect(leftOut).toEqual([]);
    expect(plan?.targets).toMatchObject([targets[1], { by: 'id', imageId: id }, targets[3]]);
  });

  it('has nothing to retry when all is gone', () => {
    expect(retrySelection({ targets }, [outcome(0, 'deleted')])).toEqual({
      items: [],
      types: undefined,
    });
  });
});
