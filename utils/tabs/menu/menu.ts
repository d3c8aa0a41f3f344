import { currentAccount } from '../../accounts/read-state.ts';
import { t } from '../../browser/i18n.ts';
import { type MenuChoice, type MenuLine, offerMenu, onMenuChoice } from '../../browser/menus.ts';
import { injectMarks, runInTab } from '../../browser/page-scripts.ts';
import { onShortcut, SHORTCUTS } from '../../browser/shortcuts.ts';
import { openSmallWindow } from '../../browser/tabs.ts';
import { setBadge, setIconTitle } from '../../browser/toolbar-icon.ts';
import { openCollected } from '../../collection/collected.ts';
import type { Item } from '../../collection/item.ts';
import { sayOnPage } from '../../page/on-demand.ts';
import { tabItems } from '../tab-items.ts';
import { hoveredIn } from './hovered.ts';
import { idSelected, imagePointedAt, type PickFault, PLAUSIBLE_ADDRESSES } from './menu-pick.ts';

const lines = (): readonly MenuLine[] => {
  const onImages = { contexts: ['image', 'link'], addresses: PLAUSIBLE_ADDRESSES } as const;
  const onSelection = { contexts: ['selection'] } as const;
  return [
    { id: 'collect-image', title: t('menu_collect_image'), ...onImages },
    { id: 'delete-image', title: t('menu_delete_image'), ...onImages },
    { id: 'collect-image-id', title: t('menu_collect_image_id'), ...onSelection },
    { id: 'collect-video-id', title: t('menu_collect_video_id'), ...onSelection },
  ];
};

const faultTexts = {
  'not-vod': () => t('menu_not_vod'),
  'no-id': () => t('menu_no_id'),
  'several-ids': () => t('menu_several_ids'),
} satisfies Readonly<Record<PickFault, () => string>>;

/** Offers the context menu, and carries out what is chosen there or with the keyboard. */
export function serveMenu(): void {
  offerMenu(lines);
  onMenuChoice((choice) => orTell(choice.tabId, carryOut(choice)));
  onShortcut(SHORTCUTS.collectHovered, (tabId) => orTell(tabId, collectHovered(tabId)));
}

function orTell(tabId: number | undefined, work: Promise<void>): void {
  work.catch(async (error: unknown) => {
    console.error(error);
    await tell(tabId, t('menu_failed'));
  });
}

async function collectHovered(tabId: number): Promise<void> {
  const pointed = await hoveredIn(tabId);
  if (pointed === undefined) return tell(tabId, t('page_refused'));
  const { imageAddress, linkAddress } = pointed;
  if (imageAddress === undefined && linkAddress === undefined)
    return tell(tabId, t('hover_nothing'));
  await carryOut({ ...pointed, line: 'collect-image', tabId });
}

async function carryOut(choice: MenuChoice): Promise<void> {
  const picked = await itemOf(choice);
  if (typeof picked === 'string') {
    await tell(choice.tabId, faultTexts[picked]());
    return;
  }
  await openCollected().add([picked]);
  if (choice.line !== 'delete-image') await tell(choice.tabId, t('menu_collected'));
  else await openSmallWindow(`/popup.html?${reviewOf(picked, choice.tabId)}`);
}

function reviewOf({ key }: Item, tabId: number | undefined): URLSearchParams {
  return new URLSearchParams({ only: key, ...(tabId !== undefined && { tabId: String(tabId) }) });
}

async function itemOf(choice: MenuChoice): Promise<Item | PickFault> {
  const { line, selection = '', pageAddress, tabId } = choice;
  if (line === 'collect-image-id') return idSelected(selection, 'image-id', pageAddress);
  if (line === 'collect-video-id') return idSelected(selection, 'video-id', pageAddress);
  const account = (await currentAccount())?.account;
  const item = imagePointedAt(choice, account?.ownDomains ?? []);
  if (typeof item === 'string' || tabId === undefined) return item;
  // An item that was spotted on the page may have more addresses of the same image.
  const held = await tabItems(tabId);
  const key = held.itemOf.get(item.key);
  return held.items.find((one) => one.key === key) ?? item;
}

/** Shows a text on the page itself; at the icon where extensions cannot change the page. */
async function tell(tabId: number | undefined, text: string): Promise<void> {
  if (tabId === undefined) return;
  await injectMarks(tabId, [0]);
  const said = await runInTab(tabId, sayOnPage, [text], [0]);
  if (said?.[0]?.result === true) return;
  await setBadge(tabId, '!', { background: '#8a4b00', text: '#ffffff' });
  await setIconTitle(tabId, text);
}
