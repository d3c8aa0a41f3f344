import { expect, review, test } from '../../drive/firefox/fixture.ts';
import { deletable, deletions } from '../../drive/sandbox-record.ts';

test('the main journey: two images are chosen, and exactly those are deleted', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const [first = '', second = '', ...kept] = deletable(sandbox, '/');
  await popup.alsoSelect(first);
  await popup.alsoSelect(second);
  await popup.askToDelete();
  expect(await popup.confirm()).toBe(2);
  await popup.ended();

  const [call, ...more] = deletions(sandbox);
  expect(more).toEqual([]);
  expect(call).toMatchObject({
    method: 'POST',
    signatureValid: true,
    status: 200,
    parameters: { DeleteImageType: 'ImageURL' },
  });
  const paths = (list: readonly string[]) => list.map((one) => new URL(one).pathname).sort();
  expect(paths(call?.parameters.ImageURLs?.split(',') ?? [])).toEqual(paths([first, second]));
  expect(sandbox.exists(first)).toBe(false);
  expect(sandbox.exists(second)).toBe(false);
  expect(kept.length).toBeGreaterThan(20);
  for (const address of kept) expect(sandbox.exists(address)).toBe(true);

  const ended = await popup.exportOutcomes();
  expect(ended.map(({ outcome, requestId }) => ({ outcome, requestId }))).toEqual([
    { outcome: 'deleted', requestId: call?.requestId },
    { outcome: 'deleted', requestId: call?.requestId },
  ]);
});

test('by id, from a course page: the handout and the cover of the video', async ({
  driver,
  sandbox,
}) => {
  const [acme] = sandbox.accounts;
  const { popup } = await review(driver, sandbox, '/course/1');
  const { ids } = sandbox.expectedOn('/course/1');
  const imageId = ids.find(({ kind }) => kind === 'ImageId')?.id ?? '';
  const videoId = ids.find(({ kind }) => kind === 'VideoId')?.id ?? '';
  await popup.alsoSelect(imageId);
  await popup.alsoSelect(videoId);
  await popup.askToDelete();
  await popup.tab.press('checkbox', /\bCoverSnapshot\b/, await popup.dialog());
  expect(await popup.confirm()).toBe(2);
  await popup.ended();

  const parameters = deletions(sandbox).map((call) => call.parameters);
  expect(parameters).toHaveLength(2);
  expect(parameters).toContainEqual({ DeleteImageType: 'ImageId', ImageIds: imageId });
  expect(parameters).toContainEqual({
    DeleteImageType: 'VideoId',
    VideoId: videoId,
    ImageType: 'CoverSnapshot',
  });
  for (const image of acme.images) {
    expect(sandbox.exists(image.addresses.plain)).toBe(image.imageId !== imageId);
  }
  for (const video of acme.videos) {
    for (const { kind, addresses } of Object.values(video.snapshots).flat()) {
      const gone = video.videoId === videoId && kind === 'CoverSnapshot';
      expect(sandbox.exists(addresses.plain)).toBe(!gone);
    }
  }
});
