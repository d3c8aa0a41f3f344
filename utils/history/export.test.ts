import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Account, NEW_ACCOUNT } from '../accounts/account.ts';
import { itemById } from '../collection/item.ts';
import type { TargetOutcome } from '../job/outcome.ts';
import { draftPlan } from '../plan/draft.ts';
import { type Plan, planSchema } from '../plan/plan.ts';
import { exportOutcomes } from './export.ts';

const address = 'https://img.example.com/image/default/0123456789ABCDEF0123456789ABCDEF-6-2.png';
const id = '0123456789abcdef0123456789abcdef';

describe('exportOutcomes', () => {
  it('joins targets, what they were found as, and their outcomes', () => {
    const targets: Plan['targets'] = [
      {
        by: 'url',
        address,
        shown: `${address}?auth_key=secret`,
        found: { kind: 'cover', standing: 'mine', page: 'https://site.example/', carrier: 'img' },
      },
      { by: 'id', imageId: id },
      { by: 'video', videoId: id, types: ['All'] },
    ];
    const outcomes: TargetOutcome[] = [
      { jobId: 'j', target: 0, outcome: 'deleted', at: 0, requestId: 'R-1' },
      {
        jobId: 'j',
        target: 1,
        outcome: 'failed',
        at: 1000,
        requestId: 'R-2',
        reason: { kind: 'forbidden', code: 'Forbidden.RAM', message: 'No.' },
      },
    ];
    const exported = exportOutcomes({ targets }, outcomes);
    expect(exported).toEqual({
      version: 1,
      items: [
        {
          url: address,
          kind: 'cover',
          standing: 'mine',
          carrier: 'img',
          page: 'https://site.example/',
          outcome: 'deleted',
          requestId: 'R-1',
          at: '1970-01-01T00:00:00.000Z',
        },
        {
          kind: 'image-id',
          imageId: id,
          outcome: 'failed',
          requestId: 'R-2',
          at: '1970-01-01T00:00:01.000Z',
          reason: 'forbidden: Forbidden.RAM: No.',
        },
        { kind: 'video-id', videoId: id },
      ],
    });
    expect(JSON.stringify(exported)).not.toContain('auth_key');
    expect(exportOutcomes({ targets }, outcomes, [2, 0, 9]).items).toEqual([
      exported.items[2],
      exported.items[0],
    ]);
  });

  it('carries the note of an item through the plan', () => {
    const item = itemById('image-id', id, { note: 'TICKET-17' });
    const account: Account = {
      ...NEW_ACCOUNT,
      id: 'a',
      name: 'Acme',
      region: 'cn-shanghai',
      ownDomains: [],
    };
    const { plan } = draftPlan([item], account);
    const checked = v.parse(planSchema, { ...plan, keyHint: 'k' });
    expect(exportOutcomes(checked, []).items[0]?.note).toBe('TICKET-17');
  });
});
