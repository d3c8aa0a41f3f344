import { EVERY_SITE, grantedSites, removeSites, requestSites } from '../browser/permissions.ts';
import { isOfSites, sitePattern } from '../browser/site-patterns.ts';

/** When pages are looked at: as they load everywhere or on a site, or only after a click. */
export type WatchChoice = 'click' | 'site' | 'every';

/** Which granted sites cover every host of a scheme. */
export function wideSites(sites: readonly string[]): readonly string[] {
  return sites.filter((site) => site === '<all_urls>' || /^(?:\*|https?):\/\/\*\//.test(site));
}

/** The granted sites that the person chose one by one. */
export function singleSites(sites: readonly string[]): readonly string[] {
  const wide = wideSites(sites);
  return sites.filter((site) => !wide.includes(site));
}

/** What is chosen, for the page at an address, or for pages at large. */
export function choiceOf(sites: readonly string[], address?: string): WatchChoice {
  if (isOfSites('https://every.invalid/', wideSites(sites))) return 'every';
  const here = address === undefined ? sites.length > 0 : isOfSites(address, sites);
  return here ? 'site' : 'click';
}

/**
 * Watches a site, by the browser's own prompt; call it straight from a click.
 * @returns whether the browser granted it.
 */
export async function watchSite(address: string, sites: readonly string[]): Promise<boolean> {
  const pattern = sitePattern(address);
  if (pattern === undefined || !(await requestSites([pattern]))) return false;
  return narrow(sites, [...singleSites(sites), pattern]);
}

/** Watches the sites that were chosen one by one, and no others. */
export function watchSingleSites(sites: readonly string[]): Promise<boolean> {
  return narrow(sites, singleSites(sites));
}

/** Watches every site, by the browser's own prompt; call it straight from a click. */
export function watchEverySite(): Promise<boolean> {
  return requestSites(EVERY_SITE);
}

/** Ends the watching of what covers an address, or of everything. */
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

/** Which granted sites are the person's own choice, beside those an administrator asks to watch. */
export function ownSites(sites: readonly string[], askedFor: readonly string[]): readonly string[] {
  return sites.filter((site) => !askedFor.includes(site));
}

/** Ends the watching of all but the sites that an administrator asks for. */
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

/** Gives back what covers every host, and keeps some sites for themselves. */
async function narrow(sites: readonly string[], keep: readonly string[]): Promise<boolean> {
  const wide = wideSites(sites);
  if (wide.length === 0) return true;
  await removeSites(wide);
  // Chrome gives back with a wide site all that it covers, and grants those again without a prompt.
  const left = await grantedSites();
  const lost = keep.filter((site) => !left.includes(site));
  return lost.length === 0 || requestSites(lost);
}

/** What a site is called where the person reads it: its host, with the scheme unless it is https. */
export function siteName(site: string): string {
  return site.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}

/** The address of a site from what a person types, with or without a scheme. */
export function typedSite(text: string): string | undefined {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const host = URL.parse(address)?.hostname ?? '';
  const plausible = host === 'localhost' || /^[^*\s]+\.[^*\s.]+$|^\[.+\]$/.test(host);
  return plausible && sitePattern(address) !== undefined ? address : undefined;
}
