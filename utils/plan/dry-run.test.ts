import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { createVodClient } from '../vod/client.ts';
import { Secret } from '../vod/secret.ts';
import { dryRun, requestText } from './dry-run.ts';
import type { Plan } from './plan.ts';
import { operationOf } from './requests.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const plan: Plan = {
  id: '3f2b5c1e-8f1d-4b57-9a86-0d2f7c9f0b11',
  accountId: 'acme',
  region: 'cn-beijing',
  keyHint: 'LTAI…0001',
  createdAt: 0,
  targets: [
    { by: 'url', address: 'https://vod.acme.example/image/default/a%20b.png' },
    { by: 'id', imageId: '0123456789abcdef0123456789abcdef' },
    { by: 'video', videoId: 'f'.repeat(32), types: ['CoverSnapshot'] },
  ],
  calls: [[0], [1], [2]],
};

/** What a file imports or exports again, apart from types. */
function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(resolve(root, file), 'utf8'));
  const { staticImports, staticExports, dynamicImports } = module;
  // A dynamic import that is no plain text would be one that is not followed.
  expect(dynamicImports).toEqual([]);
  return [
    ...staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ isType, moduleRequest }) =>
        moduleRequest && !isType ? moduleRequest.value : [],
      ),
  ];
}

/** Every file that a file imports for more than its types, and what those import. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const from of importsOf(file).filter((one) => one.startsWith('.'))) {
    reached(relative(root, resolve(root, dirname(file), from)), seen);
  }
  return seen;
}

it('shows the requests that would be sent, without key id and signature', async () => {
  const shown = dryRun(plan, Date.UTC(2026, 10, 24));
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const client = createVodClient({
    endpoint: 'vod.cn-beijing.aliyuncs.com',
    now: () => Date.UTC(2026, 10, 24),
    credentials: () => ({ accessKeyId: 'LTAIsomeone', accessKeySecret: new Secret('secret') }),
    fetch: async (url, init) => {
      sent.push({
        url: String(url),
        headers: Object.fromEntries(new Headers(init?.headers)),
      });
      return new Response('{"RequestId":"R"}');
    },
  });
  for (const call of plan.calls) await client.call(operationOf(plan, call));
  const perCall = ['x-acs-signature-nonce', 'authorization'];
  const comparable = ({ url, headers }: (typeof sent)[number]) => ({
    url,
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => !perCall.includes(name)),
    ),
  });
  expect(shown.map(({ url, headers }) => comparable({ url, headers }))).toEqual(
    sent.map(comparable),
  );
  const text = shown.map(requestText).join('\n\n');
  expect(text).toContain('POST /?DeleteImageType=ImageURL');
  expect(text).toMatch(/Credential=…,.*Signature=…/);
  expect(text).not.toMatch(/LTAI|Signature=[0-9a-f]/);
});

it('imports nothing that can send', () => {
  const files = [...reached('utils/plan/dry-run.ts')];
  expect(files).toContain('utils/vod/sign.ts');
  expect(files.filter((file) => /client|transport|browser|vault/.test(file))).toEqual([]);
  for (const file of files) {
    expect(readFileSync(resolve(root, file), 'utf8')).not.toMatch(/\bfetch\(|XMLHttpRequest/);
  }
});
