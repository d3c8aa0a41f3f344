import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { fetchFrom } from '../../../sandbox/client.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { BesidePage } from '../chromium/beside-page.ts';
import { expect } from '../chromium/fixture.ts';

/** What a thumbnail shows. */
interface Shown {
  readonly name: string;
  readonly title: string;
  readonly width: number;
  /** The picture's average colour; absent when it cannot be read or there is none. */
  readonly colour?: readonly number[];
}

/** @returns The addresses of the account's images in `img` elements of the gallery, in order. */
export function plainImages(sandbox: Sandbox): readonly string[] {
  return sandbox
    .expectedOn('/')
    .addresses.filter(
      ({ carrier, account, address }) =>
        carrier === 'img src' &&
        account === sandbox.accounts[0].name &&
        !address.includes('aliyuncs.com'),
    )
    .map(({ address }) => address);
}

/** @returns Images of the gallery: one in view in a tab of the usual size, one far below. */
export function gallery(sandbox: Sandbox): { readonly inView: string; readonly below: string } {
  const plain = plainImages(sandbox);
  const inView = plain[0];
  const below = plain.at(-1);
  if (inView === undefined || below === undefined) throw new Error('The gallery is empty');
  return { inView, below };
}

/** @returns The address of an image that never existed. */
export const missing = (host: string, digit: string) =>
  `https://${host}/image/default/${digit.repeat(32)}-6-2.png`;

/** Filters the list to one image. @returns What its thumbnail shows. */
export async function thumbnailOf(list: BesidePage, address: string): Promise<Shown | undefined> {
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  return list.evaluate(`(async () => {
    const field = document.querySelector('input[type="search"]');
    if (field === null) return undefined;
    if (field.value !== ${JSON.stringify(name)}) {
      field.value = ${JSON.stringify(name)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // Until the list is filtered, its first row is another's.
    const row = document.querySelector('[role="row"]:has(.thumbnail)');
    const thumbnail = row?.querySelector('.thumbnail');
    if (!thumbnail || !row.textContent.includes(${JSON.stringify(name)})) return undefined;
    const image = thumbnail.querySelector('img');
    const shown = { name: thumbnail.className, title: thumbnail.title, width: image?.naturalWidth ?? 0 };
    if (!image?.src.startsWith('data:')) return shown;
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    const small = await createImageBitmap(image, { resizeWidth: 1, resizeHeight: 1, resizeQuality: 'high' });
    context.drawImage(small, 0, 0);
    return { ...shown, colour: [...context.getImageData(0, 0, 1, 1).data].slice(0, 3) };
  })()`);
}

/** How an image is shown: whole, cut to the shape of the gallery's cards, or the middle of that. */
type Shape = 'whole' | 'card' | 'middle';

/** @returns The average colour of the middle of an image as the site loads it. */
async function colourOf(
  sandbox: Sandbox,
  address: string,
  shape: Shape,
): Promise<readonly number[]> {
  const height = shape === 'whole' ? 320 : 200;
  const edge = shape === 'middle' ? 120 : height;
  const { bytes } = await fetchFrom(sandbox, address, { headers: { referer: sandbox.site } });
  const middle = await sharp(bytes)
    .flatten()
    .resize(320, height, { fit: 'cover' })
    .extract({ left: (320 - edge) / 2, top: (height - edge) / 2, width: edge, height: edge })
    .png()
    .toBuffer();
  const { channels } = await sharp(middle).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

export async function expectPicture(
  list: BesidePage,
  address: string,
  sandbox: Sandbox,
  shape: Shape = 'card',
): Promise<void> {
  await expect
    .poll(async () => (await thumbnailOf(list, address))?.name)
    .toContain('thumbnail-from-page');
  const shown = await thumbnailOf(list, address);
  expect(shown?.width).toBeGreaterThan(0);
  expect(shown?.title).toContain('As the page shows it');
  const colour = await colourOf(sandbox, address, shape);
  for (const [at, part] of colour.entries()) {
    expect(Math.abs((shown?.colour?.[at] ?? -1000) - part)).toBeLessThan(20);
  }
}

export async function expectWords(list: BesidePage, address: string, words: string): Promise<void> {
  await expect.poll(async () => (await thumbnailOf(list, address))?.title).toContain(words);
  expect((await thumbnailOf(list, address))?.width).toBe(0);
}

/** Presses the button that takes pictures from the page. */
export const ask = (list: BesidePage) =>
  list.evaluate(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Show as on the page')?.click()`,
  );

/** Presses it until an image has a picture: the page may still be moving. */
export async function askFor(list: BesidePage, address: string): Promise<void> {
  await expect
    .poll(async () => {
      await ask(list);
      return (await thumbnailOf(list, address))?.name;
    })
    .toContain('thumbnail-from-page');
}

/** Presses it until the list says of an image that no picture could be taken. */
export async function askInVain(list: BesidePage, address: string): Promise<void> {
  await expect
    .poll(async () => {
      await ask(list);
      return (await thumbnailOf(list, address))?.title;
    })
    .toContain(NOR);
  expect((await thumbnailOf(list, address))?.width).toBe(0);
}

export const said = (list: BesidePage) =>
  list.evaluate<string>(`document.querySelector('.review-notices').textContent`);

/** Adds images to a page, and waits until each has loaded or failed. */
export async function addImages(page: Page, markup: string): Promise<void> {
  await page.evaluate(async (html) => {
    const stage = document.querySelector('#stage');
    if (stage === null) return;
    stage.innerHTML = html;
    await Promise.all(
      [...stage.querySelectorAll('img')].map(
        (image) =>
          image.complete ||
          new Promise((resolve) => {
            image.onload = resolve;
            image.onerror = resolve;
          }),
      ),
    );
  }, markup);
}

export const NOR = 'Nor could its picture be taken from the page.';
