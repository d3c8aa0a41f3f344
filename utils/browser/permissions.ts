import { browser } from 'wxt/browser';
import { observe } from '../async/observe.ts';
import { portPattern, sitePattern } from './site-patterns.ts';
import { keySites, lentSites } from './unwatched-sites.ts';

/** The match patterns to request in order to watch every site. */
export const EVERY_SITE: readonly string[] = ['https://*/*', 'http://*/*'];

/** Sites that were granted or removed, as match patterns. */
export interface SitesChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * @returns The granted sites as match patterns, without those of the manifest (VOD's), and without
 *   those that were granted only for credentials or for a check.
 */
export async function grantedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const others = new Set<string>([
    ...(browser.runtime.getManifest().host_permissions ?? []),
    ...(await keySites.getValue()),
    ...(await lentSites.getValue()),
  ]);
  return origins.filter((origin) => !others.has(origin));
}

/**
 * Requests sites by the browser's own prompt. Must be called directly from a click, before any
 * `await`.
 * @returns Whether they are granted now.
 */
export function requestSites(sites: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...sites] });
}

/** The sites that an administrator named and that are not granted. */
export interface AskedSites {
  /** Sites that can be requested. */
  readonly wanting: readonly string[];
  /** Match patterns that this browser does not accept. */
  readonly unfit: readonly string[];
}

/** @returns Which of these sites are not granted. A site that a granted one covers is granted. */
export async function compareSites(sites: readonly string[]): Promise<AskedSites> {
  const wanting: string[] = [];
  const unfit: string[] = [];
  for (const site of sites) {
    try {
      if (!(await browser.permissions.contains({ origins: [site] }))) wanting.push(site);
    } catch {
      unfit.push(site);
    }
  }
  return { wanting, unfit };
}

/** Removes the permissions for sites. */
export async function removeSites(sites: readonly string[]): Promise<void> {
  if (sites.length > 0) await browser.permissions.remove({ origins: [...sites] });
}

/**
 * Calls the listener when sites were granted or removed, here or in the browser's own settings.
 * @returns A function that ends it.
 */
export function onSitesChanged(listener: (change: SitesChange) => void): () => void {
  const onAdded = ({ origins = [] }: { origins?: string[] }) => {
    if (origins.length > 0) listener({ added: origins, removed: [] });
  };
  const onRemoved = ({ origins = [] }: { origins?: string[] }) => {
    if (origins.length > 0) listener({ added: [], removed: origins });
  };
  browser.permissions.onAdded.addListener(onAdded);
  browser.permissions.onRemoved.addListener(onRemoved);
  return () => {
    browser.permissions.onAdded.removeListener(onAdded);
    browser.permissions.onRemoved.removeListener(onRemoved);
  };
}

/**
 * Calls the listener with the granted sites now and after every change.
 * @returns A function that ends it.
 */
export function observeSites(listener: (sites: readonly string[]) => void): () => void {
  return observe(grantedSites, [onSitesChanged, keySites.watch, lentSites.watch], listener);
}

/** @returns Whether the extension may read an http(s) address: its host, or this port of it. */
export async function mayRead(address: string): Promise<boolean> {
  const site = sitePattern(address);
  if (site === undefined) return false;
  for (const pattern of [site, portPattern(address)]) {
    try {
      if (await browser.permissions.contains({ origins: [pattern] })) return true;
    } catch {
      // A pattern that the browser does not accept is not granted.
    }
  }
  return false;
}
