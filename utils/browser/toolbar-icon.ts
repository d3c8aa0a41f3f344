import { browser } from 'wxt/browser';

/** The colours of the icon's badge, as CSS colours. */
export interface BadgeColours {
  readonly background: string;
  readonly text: string;
}

/** Sets text and colours of the badge for a tab, until the tab loads another page. */
export async function setBadge(tabId: number, text: string, colours: BadgeColours): Promise<void> {
  await ignoringClosedTab(async () => {
    await setColours(tabId, colours);
    await browser.action.setBadgeText({ tabId, text });
  });
}

/** Changes only the colours of the badge. */
export async function setBadgeColours(tabId: number, colours: BadgeColours): Promise<void> {
  await ignoringClosedTab(() => setColours(tabId, colours));
}

/** Sets the tooltip of the icon for a tab. An empty text restores the default one. */
export async function setIconTitle(tabId: number, title: string): Promise<void> {
  await ignoringClosedTab(() => browser.action.setTitle({ tabId, title }));
}

async function setColours(tabId: number, { background, text }: BadgeColours): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: background });
  await browser.action.setBadgeTextColor({ tabId, color: text });
}

async function ignoringClosedTab(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch {
    // The tab was closed, and its badge with it.
  }
}
