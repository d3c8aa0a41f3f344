import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { deletable, deletions } from '../drive/sandbox-record.ts';

test('by address: 23 images in 2 calls, and no image that was not selected', async ({
  driver,
  sandbox,
}) => {
  const { popup, site } = await review(driver, sandbox, '/');
  const [chosen, kept] = [deletable(sandbox, '/').slice(0, 23), deletable(sandbox, '/').slice(23)];
  expect(kept.length).toBeGreaterThan(3);
  for (const address of chosen) await popup.alsoSelect(address);
  await popup.page.getByRole('searchbox').fill('');
  await popup.askToDelete();
  expect(await popup.confirm()).toBe(23);
  await popup.progressed(1);

  const calls = deletions(sandbox);
  expect(calls.map(({ signatureValid, status }) => ({ signatureValid, status }))).toEqual([
    { signatureValid: true, status: 200 },
    { signatureValid: true, status: 200 },
  ]);
  for (const call of calls) {
    expect(Object.keys(call.parameters).sort()).toEqual(['DeleteImageType', 'ImageURLs']);
    expect(call.parameters.DeleteImageType).toBe('ImageURL');
  }
  const paths = (list: readonly string[]) => list.map((one) => new URL(one).pathname).sort();
  const sent = calls.flatMap((call) => call.parameters.ImageURLs?.split(',') ?? []);
  expect(paths(sent)).toEqual(paths(chosen));
  for (const address of chosen) expect(sandbox.exists(address)).toBe(false);
  for (const address of kept) expect(sandbox.exists(address)).toBe(true);

  const ended = await popup.exportOutcomes();
  const requestIds = calls.map(({ requestId }) => requestId);
  expect(ended).toHaveLength(23);
  for (const { outcome, requestId } of ended) {
    expect(outcome).toBe('deleted');
    expect(requestIds).toContain(requestId);
  }

  const copy = await site.goto(signedOnCdn(chosen, sandbox));
  expect(copy?.status()).toBe(200);
  expect(copy?.headers()['x-cache']).toMatch(/^HIT/);
});

function signedOnCdn(
  chosen: readonly string[],
  sandbox: {
    expectedOn(path: string): { addresses: readonly { bare: string; address: string }[] };
  },
): string {
  const loaded = sandbox
    .expectedOn('/')
    .addresses.find(({ bare }) => chosen.includes(bare) && bare.includes('vod.acme-video.example'));
  if (loaded === undefined) throw new Error('No chosen image stands on the plain domain');
  return loaded.address.replace(/^http:/, 'https:');
}

test('by ImageId: exactly that image', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/course/1');
  const acme = sandbox.accounts[0];
  const held = sandbox
    .expectedOn('/course/1')
    .ids.find(({ kind, account }) => kind === 'ImageId' && account === acme.name);
  if (held === undefined) throw new Error('The page holds no ImageId');
  await popup.select(held.id);
  await popup.askToDelete();
  expect(await popup.confirm()).toBe(1);
  await popup.progressed(1);

  expect(deletions(sandbox).map(({ parameters }) => parameters)).toEqual([
    { DeleteImageType: 'ImageId', ImageIds: held.id },
  ]);
  for (const { imageId, addresses } of acme.images) {
    expect(sandbox.exists(addresses.plain)).toBe(imageId !== held.id);
  }
});

for (const types of [
  ['CoverSnapshot'],
  ['NormalSnapshot'],
  ['SpriteSnapshot'],
  ['SpriteOriginSnapshot'],
  ['CoverSnapshot', 'SpriteSnapshot'],
  ['All'],
]) {
  test(`by VideoId: ${types.join(' and ')}, and no other image of the video`, async ({
    driver,
    sandbox,
  }) => {
    const { popup } = await review(driver, sandbox, '/course/1');
    const acme = sandbox.accounts[0];
    const held = sandbox.expectedOn('/course/1').ids.find(({ kind }) => kind === 'VideoId');
    const video = acme.videos.find(({ videoId }) => videoId === held?.id);
    if (video === undefined) throw new Error('The page holds no VideoId');
    await popup.select(video.videoId);
    await popup.askToDelete();
    await expect(
      popup.dialog.getByRole('button', { name: /^Delete .*image/ }).last(),
    ).toBeDisabled();
    await popup.chooseTypes(types);
    await popup.confirm();
    await popup.progressed(1);

    expect(deletions(sandbox).map(({ parameters }) => parameters)).toEqual([
      { DeleteImageType: 'VideoId', VideoId: video.videoId, ImageType: types.join(',') },
    ]);
    for (const { kind, addresses } of Object.values(video.snapshots).flat()) {
      const chosen = types.includes(kind) || (types[0] === 'All' && kind !== 'WebVttSnapshot');
      expect(sandbox.exists(addresses.plain)).toBe(!chosen);
    }
    for (const { addresses } of acme.images) expect(sandbox.exists(addresses.plain)).toBe(true);
  });
}

test('a snapshot that VOD refuses by its address is deleted by its VideoId', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/course/1');
  const held = sandbox.expectedOn('/course/1').ids.find(({ kind }) => kind === 'VideoId');
  const video = sandbox.accounts[0].videos.find(({ videoId }) => videoId === held?.id);
  const address = video?.snapshots.NormalSnapshot[0]?.addresses.plain;
  if (video === undefined || address === undefined) throw new Error('The page holds no snapshot');
  await popup.select(address);
  await popup.askToDelete();
  await expect(popup.dialog).toContainText('1 snapshot of a video goes by its address');
  await popup.dialog.getByText('Show what is deleted').click();
  const row = popup.dialog.getByRole('row', { name: address });
  await expect(row).toHaveAccessibleName(/Snapshots/);
  await popup.confirm();
  await popup.progressed(1);
  await expect(popup.page.getByText('VOD knows no image by this address.').first()).toBeVisible();
  expect(sandbox.exists(address)).toBe(true);

  await popup.page.getByRole('button', { name: 'Delete images of the video…' }).click();
  await popup.dialog.waitFor();
  await expect(popup.dialog.getByRole('checkbox', { name: /NormalSnapshot/ })).toBeChecked();
  await popup.confirm();
  await popup.progressed(1);
  expect(sandbox.exists(address)).toBe(false);
  for (const { addresses } of video.snapshots.CoverSnapshot)
    expect(sandbox.exists(addresses.plain)).toBe(true);
});

test('selected images that a search hides are not deleted', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  const [shown = '', ...hidden] = deletable(sandbox, '/');
  await popup.selectAll();
  await popup.page.getByRole('searchbox').fill(shown);
  await popup.askToDelete();
  await popup.confirm();
  await popup.progressed(1);
  expect(sandbox.exists(shown)).toBe(false);
  for (const address of hidden) expect(sandbox.exists(address)).toBe(true);
});

test('images of another account are left out, and the dialog says so', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const other = sandbox.accounts[1];
  await popup.selectAll();
  await popup.askToDelete();
  await expect(popup.dialog).toContainText('not known to be yours');
  await expect(popup.dialog).toContainText(other.domains[0] ?? '');
  const count = await popup.confirm();
  await popup.progressed(1);
  expect(count).toBe(deletable(sandbox, '/').length);
  for (const { addresses } of other.images) expect(sandbox.exists(addresses.plain)).toBe(true);
});

test('for over 20 targets the number must be typed, and a double click starts one job', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  await popup.selectAll();
  await popup.askToDelete();
  const button = popup.dialog.getByRole('button', { name: /^Delete [\d,]+ images$/ });
  await expect(button).toBeDisabled();
  await popup.dialog.getByRole('textbox').fill('7');
  await expect(button).toBeDisabled();
  const count = deletable(sandbox, '/').length;
  await popup.dialog.getByRole('textbox').fill(String(count));
  await button.dblclick();
  // The second click may take the focus from the title.
  await expect(popup.jobTitle()).toBeVisible();
  await popup.progressed(1);
  expect(deletions(sandbox)).toHaveLength(Math.ceil(count / 20));
});
