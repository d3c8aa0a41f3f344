import { EVERY_SITE, grantedSites, removeSites, requestSites } from '../browser/permissions.ts';
import { isOfSites, sitePattern } from '../browser/site-patterns.ts';

/** When pages are spotted: only after a click, or when they load, on chosen sites or everywhere. */
export type WatchChoice = 'click' | 'site' | 'every';

/**
 * @param sites Match patterns of the granted sites.
 * @returns Those that cover every host of a scheme.
 */
export function wideSites(sites: readonly string[]): readonly string[] {
  return sites.filter((site) => site === '<all_urls>' || /^(?:\*|https?):\/\/\*\//.test(site));
}

/** @returns The granted sites that cover single hosts. */
export function singleSites(sites: readonly string[]): readonly string[] {
  const wide = wideSites(sites);
  return sites.filter((site) => !wide.includes(site));
}

/** @returns The choice for the page at an address, or the choice in general without an address. */
export function choiceOf(sites: readonly string[], address?: string): WatchChoice {
  if (isOfSites('https://every.invalid/', wideSites(sites))) return 'every';
  const here = address === undefined ? sites.length > 0 : isOfSites(address, sites);
  return here ? 'site' : 'click';
}

/**
 * Watches a site after the browser's own prompt. Must be called directly from a click.
 * @param address The address of a page of the site.
 * @param sites The sites that are granted now.
 * @returns Whether the browser granted it.
 */
export async function watchSite(address: string, sites: readonly string[]): Promise<boolean> {
  const pattern = sitePattern(address);
  if (pattern === undefined || !(await requestSites([pattern]))) return false;
  return narrow(sites, [...singleSites(sites), pattern]);
}

/** Watches only the granted sites that cover single hosts. */
export function watchSingleSites(sites: readonly string[]): Promise<boolean> {
  return narrow(sites, singleSites(sites));
}

/** Watches every site after the browser's own prompt. Must be called directly from a click. */
export function watchEverySite(): Promise<boolean> {
  return requestSites(EVERY_SITE);
}

/** Stops watching all sites that cover an address, or all sites without an address. */
export async function watchNothing(sites: readonly string[], address?: string): Promise<boolean> {
  if (address === undefined) {
    await removeSites(sites);
    return true;
  }
  const here = sites.filter((site) => isOfSites(address, [site]));
  await removeSites(here.filter((site) => !wideSites(sites).includes(site)));
  return narrow(
    sites,
    singleSites(sites).filter((site) => !here.includes(site)),
  );
}

/** @returns The granted sites without those that an administrator asked for. */
export function ownSites(sites: readonly string[], askedFor: readonly string[]): readonly string[] {
  return sites.filter((site) => !askedFor.includes(site));
}

/** Watches only the granted sites that an administrator asked for. */
export async function watchOnlyAsked(
  sites: readonly string[],
  askedFor: readonly string[],
): Promise<boolean> {
  const own = ownSites(sites, askedFor);
  const wide = wideSites(own);
  await removeSites(own.filter((site) => !wide.includes(site)));
  if (wide.length === 0) return true;
  return narrow(
    sites,
    sites.filter((site) => askedFor.includes(site)),
  );
}

/** Removes the sites that cover every host, and keeps the sites in `keep`. */
async function narrow(sites: readonly string[], keep: readonly string[]): Promise<boolean> {
  const wide = wideSites(sites);
  if (wide.length === 0) return true;
  await removeSites(wide);
  // Chrome also removes the sites that a wide one covers, and grants them again without a prompt.
  const left = await grantedSites();
  const lost = keep.filter((site) => !left.includes(site));
  return lost.length === 0 || requestSites(lost);
}

/** @returns A site as the person reads it: its host, with the scheme unless it is https. */
export function siteName(site: string): string {
  return site.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}

/** @returns The address of a site that a person typed, with or without a scheme. */
export function typedSite(text: string): string | undefined {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const host = URL.parse(address)?.hostname ?? '';
  const plausible = host === 'localhost' || /^[^*\s]+\.[^*\s.]+$|^\[.+\]$/.test(host);
  return plausible && sitePattern(address) !== undefined ? address : undefined;
}
