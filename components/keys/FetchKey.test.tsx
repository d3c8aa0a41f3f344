// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acme } from '../../tests/components/fixtures.ts';
import { byRole, click, settle, show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { fetchKey } from '../../utils/accounts/commands.ts';
import { FetchKey } from './FetchKey.tsx';

const requestSites = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/permissions.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/permissions.ts')>()),
  requestSites,
}));

const account = { ...acme, key: { from: 'uri', uri: 'http://127.0.0.1:8080/key' } } as const;
const press = async () => {
  await click(byRole('button', 'Fetch key now: Acme'));
  await settle();
};
const text = () => document.body.textContent ?? '';

beforeEach(() => {
  requestSites.mockReset();
  requestSites.mockResolvedValue(true);
});

describe('FetchKey', () => {
  it('says what went wrong before, and requests the host directly from the press', async () => {
    await show(<FetchKey account={account} fault="not-allowed" />);
    expect(text()).toContain('does not let Vodsweep read this address');
    await press();
    expect(requestSites).toHaveBeenCalledWith(['http://127.0.0.1/*']);
    expect(worker.sent()).toEqual([['fetchKey', { accountId: 'a' }]]);
    expect(text()).toContain('The key was fetched.');
  });

  it('fetches nothing when the browser refuses', async () => {
    requestSites.mockResolvedValue(false);
    await show(<FetchKey account={account} fault={undefined} />);
    await press();
    expect(worker.sent()).toEqual([]);
    expect(text()).toContain('did not grant this');
  });

  it.each(['redirect', 'malformed', 'too-slow'] as const)(
    'says what went wrong: %s',
    async (fault) => {
      worker.answers(fetchKey, fault);
      await show(<FetchKey account={account} fault={undefined} />);
      await press();
      expect(byRole('status').textContent).toMatch(/credentials URI/);
      expect(text()).not.toContain('The key was fetched.');
    },
  );
});
