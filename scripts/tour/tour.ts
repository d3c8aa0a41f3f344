import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { ExtensionDriver, SitePage } from '../../tests/drive/chromium/driver.ts';
import { type Ended, Popup } from '../../tests/drive/popup/popup.ts';
import { Loaded } from './judge.ts';
import { takePictures } from './pictures.ts';

/** What scenes have in common. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly driver: ExtensionDriver;
}

/** A page of the demo site with the popup for it. */
export interface Review extends SitePage {
  readonly loaded: Loaded;
  readonly popup: Popup;
}

/** The largest popup that Chrome shows. */
const popupSize = { width: 800, height: 600 };

/** Says what is being done. */
export function say(text: string): void {
  console.log(`  ${text}`);
}

/** Opens a page of the demo site, brings all its pictures into sight, and opens the popup for it. */
export async function review({ sandbox, driver }: Stage, path: string): Promise<Review> {
  const site = await driver.openSite('about:blank');
  const loaded = new Loaded(site.page);
  await site.page.goto(new URL(path, sandbox.site).href);
  await site.page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      window.scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    window.scrollTo(0, 0);
  });
  await site.page.waitForLoadState('networkidle');
  const page = await driver.openPopup(site.tabId);
  await page.setViewportSize(popupSize);
  return { ...site, loaded, popup: new Popup(page) };
}

/** Confirms the open dialog, watches the job to its end, and prints each outcome. */
export async function deleteAndWatch(popup: Popup, pictures?: string): Promise<readonly Ended[]> {
  if (pictures !== undefined) {
    await popup.typeNumber();
    await takePictures(popup.page, `${pictures}-dialog`);
  }
  const count = await popup.confirm();
  say(`Confirmed ${count}, watching`);
  if (pictures !== undefined) await takePictures(popup.page, `${pictures}-progress`);
  await popup.progressed(1);
  const ended = await popup.exportOutcomes();
  if (pictures !== undefined) await takePictures(popup.page, `${pictures}-result`);
  for (const { url, imageId, videoId, outcome, requestId, reason } of ended) {
    const facts = [outcome ?? 'no outcome', requestId ?? 'no RequestId', reason].filter(Boolean);
    say(`  ${facts.join('  ')}  ${url ?? imageId ?? videoId}`);
  }
  return ended;
}

/** Closes what {@link review} opened. */
export async function leave({ page, popup }: Review): Promise<void> {
  await popup.page.close();
  await page.close();
}
