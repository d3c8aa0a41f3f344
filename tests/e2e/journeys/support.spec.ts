import { callVod } from '../../../sandbox/client.ts';
import { errorsOf, expect, test } from '../../drive/chromium/fixture.ts';
import { Desk, expectProven } from '../../drive/popup/desk.ts';
import { ways } from '../../drive/popup/hands.ts';
import { deletions } from '../../drive/sandbox-record.ts';
import { messyList } from '../../drive/vod/messy-list.ts';

const LINES = 50;

for (const [way, hands] of ways) {
  test(`support, ${way}: a messy list of ${LINES} lines becomes a deletion with its proof`, async ({
    driver,
    sandbox,
    openExtensionPage,
    saveAccount,
    grantSite,
  }) => {
    test.slow();
    const [acme, other] = sandbox.accounts;
    const list = messyList(sandbox);
    await callVod(sandbox, {
      key: acme,
      action: 'DeleteImage',
      parameters: { DeleteImageType: 'ImageId', ImageIds: list.goneBefore.imageId },
    });
    const before = deletions(sandbox).length;
    await saveAccount(acme);
    await driver.setGrace(0);
    for (const host of [acme.bucket, ...acme.domains]) await grantSite(`https://${host}/`);

    const desk = new Desk(await openExtensionPage('popup.html'), hands);
    const errors = errorsOf(desk.page);
    const status = desk.dialog.getByRole('status');
    await desk.openCollected();
    await desk.press('Paste list');
    await hands.paste(desk.dialog.getByLabel('Addresses and ids'), list.text);
    const understood = LINES - list.leftOut;
    // One id does not say whether it is of an image or a video.
    await expect(status).toHaveText(`${understood - 1} understood, ${list.leftOut + 1} left out`);

    // Looks at what was understood and what was left out.
    const lines = desk.dialog.getByRole('grid', { name: 'What was understood' });
    await expect(lines).toHaveAttribute('aria-rowcount', String(LINES));
    await hands.lookAt(lines, 0, /^Line 1, Dear colleagues,/);
    await hands.lookAt(lines, 3, /^Line 4, .*, Image$/);
    await hands.lookAt(lines, LINES - 1, /^Line 50, Thank you, Li, No address or id in this line/);
    const radio = (name: string) => desk.dialog.getByRole('radio', { name });
    await hands.chooseFirst(radio('image ids'));
    await expect(status).toHaveText(`${understood} understood, ${list.leftOut} left out`);
    await desk.press(`Add ${understood} images`);
    await desk.lists(understood);

    // Chooses which images of the video to delete, and reads what is left out.
    await desk.press('Select all shown');
    await desk.press('Delete…');
    await expect(desk.dialog).toContainText(new URL(list.foreign).host);
    await hands.check(desk.dialog.getByRole('checkbox', { name: /\bCoverSnapshot\b/ }));
    const count = await desk.confirm();
    expect(count).toBe(list.wanted.length + 1);

    // Checks, and exports the proof.
    await desk.press('Check');
    const gone = desk.page.getByText(/^\d+ gone$/);
    await expect(gone).toBeVisible({ timeout: 30_000 });
    const entries = await desk.exported();
    expect(entries).toHaveLength(count);
    for (const entry of entries) expectProven(sandbox, entry);
    const quick = entries.filter(({ outcome }) => outcome === 'already-gone');
    expect(quick.map(({ url }) => url)).toEqual([list.goneBefore.addresses.plain]);
    expect(entries.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(count - 1);

    // Removes what is deleted from the collection; the foreign image and the video stay.
    await desk.press('Remove from Collected');
    const removed = `${list.wanted.length} images removed from the collection`;
    await expect(desk.page.getByRole('status').getByText(removed)).toBeVisible();
    await expect(desk.page.getByRole('tab', { name: 'Collected' })).toHaveAccessibleDescription(
      '2 in it',
    );

    for (const image of acme.images) {
      expect(sandbox.exists(image.addresses.plain)).toBe(!list.wanted.includes(image));
    }
    for (const image of other.images) expect(sandbox.exists(image.addresses.plain)).toBe(true);
    for (const video of acme.videos) {
      for (const { kind, addresses } of Object.values(video.snapshots).flat()) {
        const meant = video.videoId === list.videoId && kind === 'CoverSnapshot';
        expect(sandbox.exists(addresses.plain)).toBe(!meant);
      }
    }
    const sent = deletions(sandbox).slice(before);
    expect(sent.every(({ signatureValid }) => signatureValid)).toBe(true);
    expect(errors).toEqual([]);
  });
}
