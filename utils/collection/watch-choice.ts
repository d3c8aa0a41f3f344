import { EVERY_SITE, removeSites, requestSites } from '../browser/permissions.ts';
import { isOfSites, sitePattern } from './site-patterns.ts';

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
  await removeSites(wideSites(sites));
  return true;
}

/** Watches every site, by the browser's own prompt; call it straight from a click. */
export function watchEverySite(): Promise<boolean> {
  return requestSites(EVERY_SITE);
}

/** Ends the watching of what covers an address, or of everything. */
export async function watchNothing(sites: readonly string[], address?: string): Promise<void> {
  await removeSites(
    address === undefined ? sites : sites.filter((site) => isOfSites(address, [site])),
  );
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
