// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callVod } from './client.ts';
import { type SandboxProcess, startSandboxProcess } from './process.ts';
import { found } from './testing.ts';

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess({ images: 120, videos: 7, latency: 0 });
});
afterAll(() => sandbox.close());

test('holds the requested numbers of images and videos', () => {
  const [acme] = sandbox.accounts;
  expect(acme.images).toHaveLength(120);
  expect(new Set(acme.videos.map(({ title }) => title)).size).toBe(7);
});

test('lists calls and deleted files, and its faults can be set', async () => {
  const [acme] = sandbox.accounts;
  const image = found(acme.images[100]);
  const remove = () =>
    callVod(sandbox, {
      key: acme,
      action: 'DeleteImage',
      parameters: { DeleteImageType: 'ImageId', ImageIds: image.imageId },
    });
  await sandbox.setFault('5xx', { times: 1 });
  expect((await remove()).status).toBe(503);
  expect(await sandbox.gone()).toEqual([]);
  expect((await remove()).status).toBe(200);
  expect(await sandbox.gone()).toEqual([image.path]);
  expect((await sandbox.calls()).map(({ status }) => status)).toEqual([503, 200]);
  await sandbox.reset();
  expect(await sandbox.gone()).toEqual([]);
  expect(await sandbox.calls()).toEqual([]);
});

test('an error in the process is thrown here', async () => {
  await expect(sandbox.setFault('5xx', { sometimes: true })).rejects.toThrow('sometimes');
});
