import type { Page } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { ExtensionDriver, SitePage } from '../../drive/chromium/driver.ts';
import { errorsOf, expect, test } from '../../drive/chromium/fixture.ts';
import { collectedKeys } from '../../drive/chromium/stored.ts';
import { badgeText, revokeSite } from '../../drive/chromium/watching.ts';
import { Desk, expectProven } from '../../drive/popup/desk.ts';
import { type Hands, ways } from '../../drive/popup/hands.ts';
import { deletions } from '../../drive/sandbox-record.ts';

const FEED = ['/feed', '/feed/2', '/feed/3', '/feed/4'];

/** @returns The paths of the images on pages, each once, in order. */
function pathsOn(sandbox: Sandbox, pages: readonly string[]): readonly string[] {
  const held = pages.flatMap((path) => sandbox.expectedOn(path).addresses);
  return [...new Set(held.map(({ bare }) => new URL(bare).pathname))];
}

/** Answers the browser's permission prompts in advance, since no script can press them. */
async function answerPrompts(driver: ExtensionDriver, sandbox: Sandbox): Promise<void> {
  const hosts = [sandbox.accounts[0].bucket, ...sandbox.accounts[0].domains];
  const sites = hosts.map((host) => `https://${host}/`);
  for (const site of [...sites, sandbox.site]) {
    // A permission that was granted once is granted again without a prompt.
    await driver.grantSite(site);
    await revokeSite(driver, site);
  }
}

/** Chooses, on the page that opens on installation, that the site is watched. */
async function watch(page: Page, hands: Hands, site: string): Promise<void> {
  const radio = (name: string) => page.getByRole('radio', { name });
  await hands.choose(radio('On sites I choose'), radio('Only when I click'), 1);
  await hands.write(page.getByLabel('Address of a site'), site);
  await hands.press(page.getByRole('button', { name: 'Watch site' }));
  const watched = page.getByRole('list', { name: 'Watched sites' });
  await expect(watched).toContainText(new URL(site).host);
}

/** Scrolls to the end of the feed. */
async function scrollThrough(page: Page, hands: Hands): Promise<void> {
  await page.bringToFront();
  const end = page.getByText('You have seen it all.');
  await expect(async () => {
    await hands.scrollToEnd(page);
    expect(await end.isVisible()).toBe(true);
  }).toPass();
}

for (const [way, hands] of ways) {
  test(`a reviewer, ${way}: watches a site, collects in three tabs, deletes and checks the result`, async ({
    driver,
    sandbox,
    openSite,
    openExtensionPage,
    openPopup,
    saveAccount,
  }) => {
    test.slow();
    const [acme] = sandbox.accounts;
    await saveAccount(acme);
    await driver.setGrace(0);
    await answerPrompts(driver, sandbox);
    const deskOf = async ({ tabId }: SitePage): Promise<Desk> =>
      new Desk(await openPopup(tabId), hands);

    // Starts to watch the site, and sees the count grow while its endless page is scrolled.
    await watch(await openExtensionPage('welcome.html'), hands, sandbox.site);
    const feed = await openSite('/feed');
    const onFeed = pathsOn(sandbox, FEED);
    await scrollThrough(feed.page, hands);
    await expect.poll(() => badgeText(driver, feed.tabId)).toBe(String(onFeed.length));

    // Collects all images of the feed, and some of two other pages, which are watched by now.
    const feedDesk = await deskOf(feed);
    await feedDesk.lists(onFeed.length);
    await feedDesk.press('Select all shown');
    await feedDesk.press('Collect');
    await expect.poll(async () => (await collectedKeys(driver)).length).toBe(onFeed.length);

    const gallery = await openSite('/');
    await expect.poll(() => badgeText(driver, gallery.tabId)).not.toBe('');
    const galleryDesk = await deskOf(gallery);
    await galleryDesk.lists(pathsOn(sandbox, ['/']).length);
    await hands.selectRows(galleryDesk.images, [0, 1, 3]);
    await galleryDesk.press('Collect');
    await expect.poll(async () => (await collectedKeys(driver)).length).toBe(onFeed.length + 3);

    const course = await openSite('/course/1');
    const courseDesk = await deskOf(course);
    const errors = errorsOf(courseDesk.page);
    const handout = sandbox.expectedOn('/course/1').ids.find(({ kind }) => kind === 'ImageId');
    if (handout === undefined) throw new Error('The course has no handout');
    const search = courseDesk.page.getByRole('searchbox');
    await hands.write(search, handout.id);
    await courseDesk.lists(1);
    await hands.selectRows(courseDesk.images, [0]);
    await courseDesk.press('Collect');
    await expect.poll(async () => (await collectedKeys(driver)).length).toBe(onFeed.length + 4);

    // Reviews the collection, deletes it, and follows the job to its end.
    await courseDesk.openCollected();
    await courseDesk.lists(onFeed.length + 4);
    await courseDesk.press('Select all shown');
    await courseDesk.press('Delete…');
    const count = await courseDesk.confirm();
    const outcomes = courseDesk.page.getByRole('grid', { name: 'Outcomes' });
    await expect(outcomes).toHaveAttribute('aria-rowcount', String(count));
    expect(deletions(sandbox).every(({ signatureValid }) => signatureValid)).toBe(true);

    // Proves it: asks again, purges what the CDN still serves, and asks once more.
    await courseDesk.press('Check');
    const said = (words: RegExp) => courseDesk.page.getByText(words);
    await expect(said(/^\d+ still served by the CDN$/)).toBeVisible({ timeout: 30_000 });
    await courseDesk.press('Purge cached copies');
    await courseDesk.press('Purge now');
    await expect(said(/^(\d+) of \1 addresses purged$/)).toBeVisible({ timeout: 30_000 });
    await courseDesk.press('Check');
    await expect(said(new RegExp(`^${count} gone$`))).toBeVisible({ timeout: 30_000 });

    const entries = await courseDesk.exported();
    expect(entries).toHaveLength(count);
    for (const entry of entries) expectProven(sandbox, entry);
    const gone = new Set(acme.images.filter((image) => !sandbox.exists(image.addresses.plain)));
    const chosen = acme.images.filter(
      ({ path, imageId }) => onFeed.includes(path) || imageId === handout.id,
    );
    for (const image of chosen) expect(gone, image.title).toContain(image);
    const firstRows = pathsOn(sandbox, ['/']).filter((_, at) => [0, 1, 3].includes(at));
    expect(
      acme.images.filter((image) => firstRows.includes(image.path) && gone.has(image)),
    ).toHaveLength(3);
    expect(gone.size).toBe(new Set([...chosen.map(({ path }) => path), ...firstRows]).size);
    expect(errors).toEqual([]);
  });
}
