import { expect, it, vi } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { holdsAll, JobTexts, wordsOf } from './job-texts.ts';

const address = 'https://img.example.com/image/default/0123456789ABCDEF0123456789ABCDEF-6-2.png';
const found = { kind: 'image', standing: 'mine' };
const plan = (id: string): Plan => ({
  id,
  accountId: 'acme',
  region: 'cn-shanghai',
  keyHint: 'LTAI…0001',
  createdAt: 0,
  targets: [
    { by: 'url', address, shown: `${address}?auth_key=secret`, found },
    { by: 'id', imageId: 'Abc123', found: { ...found, page: 'https://site.example/Reports' } },
    { by: 'id', imageId: 'Abc124', found: { ...found, page: 'https://site.example/Reports' } },
  ],
  calls: [[0], [1, 2]],
});

it('finds a job by its id, and by addresses, hosts, ids and pages of its targets', async () => {
  const { text, pages } = await new JobTexts(async (id) => plan(id)).of('JOB-1');
  for (const search of ['job-1', address, 'IMG.example.com', 'abc123 reports', ' png  abc124 ']) {
    expect([search, holdsAll(text, wordsOf(search))]).toEqual([search, true]);
  }
  expect(holdsAll(text, wordsOf('abc123 nowhere'))).toBe(false);
  expect(holdsAll(text, wordsOf('auth_key'))).toBe(false);
  expect(pages).toEqual(['https://site.example/Reports']);
});

it('reads a plan once, and again only where too much would be held', async () => {
  const read = vi.fn(async (id: string) => plan(id));
  const texts = new JobTexts(read, 200);
  for (const id of ['a', 'a', 'b', 'b', 'a']) await texts.of(id);
  expect(read.mock.calls.flat()).toEqual(['a', 'b', 'b']);
});

it('has nothing to say of a job that was removed', async () => {
  const texts = new JobTexts(async () => undefined);
  expect(await texts.of('a')).toEqual({ pages: [], text: '' });
});
