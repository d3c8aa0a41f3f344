import { describe, expect, it } from 'vitest';
import { operations as played } from '../../../sandbox/vod/operations.ts';
import type { OperationFacts } from './operation.ts';
import { OPERATIONS, ramActionOf } from './table.ts';

const facts: readonly OperationFacts[] = OPERATIONS;

describe('the table of operations', () => {
  it('asks Shanghai for what no other endpoint offers', () => {
    const inShanghai = facts.filter(({ onlyIn }) => onlyIn === 'cn-shanghai');
    expect(inShanghai.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'DescribeVodUserDomains',
        'RefreshVodObjectCaches',
        'DescribeVodRefreshTasks',
        'DescribeVodRefreshQuota',
      ]),
    );
    const elsewhere = facts.filter((one) => !inShanghai.includes(one));
    expect(elsewhere.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['DeleteImage', 'GetImageInfos', 'ListSnapshots']),
    );
  });

  it('probes nothing that deletes or purges', () => {
    const probed = facts.filter(({ probe }) => probe !== undefined).map(({ name }) => name);
    for (const name of probed) expect(name).toMatch(/^(?:Get|List|Describe|Search)/);
  });

  it('names each operation once', () => {
    expect(new Set(facts.map(ramActionOf)).size).toBe(facts.length);
  });

  it.each(facts)('$name is played by the sandbox, in the same regions', ({ name, ...fact }) => {
    const operation = played.find((one) => one.name === name);
    expect(operation).toBeDefined();
    expect(operation?.onlyIn).toBe(fact.onlyIn);
    const probe = fact.probe?.();
    if (probe === undefined) return;
    expect(probe.action).toBe(name);
    for (const parameter of Object.keys(probe.parameters)) {
      expect(operation?.parameters).toContain(parameter);
    }
  });
});
