import { describe, expect, it } from 'vitest';
import type { TargetOutcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { fittingTargets, type OutcomeFilter } from './outcome-filter.ts';

const targets: Plan['targets'] = [
  { by: 'url', address: 'https://img.example.com/a.png' },
  { by: 'id', imageId: 'Abc123' },
  { by: 'video', videoId: 'def456', types: ['All'] },
  {
    by: 'id',
    imageId: 'ghi789',
    found: { kind: 'image-id', standing: 'mine', page: 'https://site.example/report' },
  },
];
const end = (target: number, more: Partial<TargetOutcome>): TargetOutcome => ({
  jobId: 'j',
  target,
  outcome: 'deleted',
  at: 0,
  ...more,
});
const outcomes = [
  end(0, { requestId: 'R-0' }),
  end(1, { outcome: 'failed', requestId: 'R-1', reason: { kind: 'forbidden', code: 'Denied' } }),
  end(2, { outcome: 'already-gone', reason: { kind: 'not-found' } }),
];

describe('fittingTargets', () => {
  it.each<[OutcomeFilter, readonly number[]]>([
    [{ words: '' }, [0, 1, 2, 3]],
    [{ words: '', outcome: 'deleted' }, [0]],
    [{ words: '', outcome: 'open' }, [3]],
    [{ words: 'IMG.example.com' }, [0]],
    [{ words: 'abc123' }, [1]],
    [{ words: 'def456' }, [2]],
    [{ words: 'r-1' }, [1]],
    [{ words: 'denied' }, [1]],
    [{ words: 'vod does not have' }, [2]],
    [{ words: 'site.example' }, [3]],
    [{ words: 'r-1', outcome: 'deleted' }, []],
  ])('%j', (filter, expected) => {
    expect(fittingTargets({ targets }, outcomes, filter)).toEqual(expected);
  });
});
