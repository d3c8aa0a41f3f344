// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { byRole, click, fieldOf, settle, show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { findDomains } from '../../utils/rights/commands.ts';
import type { FoundDomains } from '../../utils/rights/results.ts';
import { FindDomains } from './FindDomains.tsx';

const items = vi.hoisted(() => vi.fn());
vi.mock('../../utils/collection/collected.ts', () => ({ openCollected: () => ({ items }) }));

const added = vi.fn();
const find = async (found: FoundDomains, typed: readonly string[] = []) => {
  worker.answers(findDomains, found);
  await show(<FindDomains askWith="a" typed={typed} onAdd={added} />);
  await click(byRole('button', 'Find domains'));
  await settle();
};
const text = () => document.body.textContent ?? '';

beforeEach(() => {
  added.mockReset();
  items.mockReset();
  items.mockResolvedValue([]);
});

describe('FindDomains', () => {
  it('asks with the collected ids, each once, at most twenty', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => ({ imageId: `id-${at % 25}` }));
    items.mockResolvedValue([{}, ...ids]);
    await find({ domains: [] });
    expect(worker.sentTo(findDomains)[0]).toEqual({
      accountId: 'a',
      imageIds: Array.from({ length: 20 }, (_, at) => `id-${at}`),
    });
    expect(text()).toContain('VOD named no domains.');
  });

  it('asks also when the collection cannot be read', async () => {
    items.mockRejectedValue(new Error('broken'));
    await find({ domains: [] });
    expect(worker.sentTo(findDomains)[0]).toEqual({ accountId: 'a', imageIds: [] });
  });

  it('adds only what the person selected, and offers no domain that is there already', async () => {
    await find(
      {
        domains: [
          { domain: 'img.example.com', by: 'list' },
          { domain: 'cdn.example.com', by: 'image' },
          { domain: 'old.example.com', by: 'list' },
        ],
      },
      ['old.example.com'],
    );
    expect(text()).toContain('2 domains found');
    expect(text()).not.toContain('old.example.com');
    expect(byRole('button', 'Add the chosen ones')).toHaveProperty('disabled', true);
    await click(fieldOf('cdn.example.com'));
    await click(byRole('button', 'Add the chosen ones'));
    expect(added).toHaveBeenCalledWith(['cdn.example.com']);
    expect(text()).toContain('1 domain added.');
  });

  it('shows what was found also when a call was refused, and says what to do', async () => {
    await find({
      domains: [{ domain: 'img.example.com', by: 'image' }],
      fault: { kind: 'forbidden', code: 'Forbidden.RAM', message: '' },
    });
    expect(fieldOf('img.example.com')).toBeTruthy();
    expect(text()).toContain('The key may not do this.');
  });

  it('is disabled for an account without a key', async () => {
    await show(<FindDomains askWith={undefined} typed={[]} onAdd={added} />);
    expect(byRole('button', 'Find domains')).toHaveProperty('disabled', true);
    expect(text()).toContain('Save the account with its key first.');
  });
});
