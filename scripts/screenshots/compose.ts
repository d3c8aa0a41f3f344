import type { Page } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';

/** A picture that can be written to a file. */
export type Picture = Sharp;

/** What stores ask for, in pixels: https://developer.chrome.com/docs/webstore/images */
const STORE = { width: 1280, height: 800 };

const MARGIN = 32;

/** A page of the extension alone, in a store's size. */
export async function plain(page: Page): Promise<Picture> {
  await page.setViewportSize(STORE);
  return sharp(await page.screenshot());
}

/** The popup over the page that it reviews, where browsers open it: at the top right. */
export async function onPage(site: Page, popup: Page): Promise<Picture> {
  await site.setViewportSize(STORE);
  const over = sharp(await popup.screenshot());
  const { width, height } = await over.metadata();
  const frame = await over
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#838c97' })
    .toBuffer();
  const shadow = await sharp({
    create: { width, height, channels: 4, background: 'rgba(16, 24, 32, 0.35)' },
  })
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: 'rgba(16, 24, 32, 0)' })
    .blur(12)
    .png()
    .toBuffer();
  const left = STORE.width - width - MARGIN;
  return sharp(await site.screenshot()).composite([
    { input: shadow, left: left - 24, top: MARGIN - 12 },
    { input: frame, left, top: MARGIN },
  ]);
}
