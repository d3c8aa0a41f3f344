/*
 * The cheap stage: tells whether a text may hold a VOD address or an id under a key. It must never
 * miss one. So it looks only for parts that no escape changes, and accepts the first character of
 * an escaped slash (`/`, `\/`, `\u002F`, `%2F`, `&#x2F;`) as a slash.
 */

const STRICT =
  /-6-2\.|(?:napshots?|covers)[/\\%&].{0,12}?(?:[0-9a-fA-F]{16}|normal|sprite|ice-)|mage[/\\%&].{0,12}?(?:dynamic|ai[/\\%&])|out(?:in)?-[0-9a-f]{8}/;
const LOOSE = /(?:napshots?|covers?|atermarks)[/\\%&]|mage[/\\%&].{0,12}?default/;
/** A pattern of its own, because two short patterns are faster than one long one. */
const KEYED =
  /(?:[dD][eE][oO]|[mM][aA][gG][eE]|[vV][oO][dD])[_-]?[iI][dD]|[vV][iI][dD](?:[^a-z]|$)/;

/** Whether a text may hold an address or an id, so that the finder should read it. */
export type Mentions = (text: string) => boolean;

/**
 * Creates the test for a page. Loose paths count only on own hosts, so the text must also name one
 * of these. On a page of an own host, and when own hosts are not known, the path alone is enough.
 */
export function mentionsFor(ownHosts: readonly string[] | undefined, pageIsOwn: boolean): Mentions {
  const names = (ownHosts ?? [])
    .map((host) => host.trim().toLowerCase().replace(/^\*/, ''))
    .filter((name) => name.length > 2);
  const anyLoose = !ownHosts || pageIsOwn;
  return (text) =>
    STRICT.test(text) ||
    KEYED.test(text) ||
    (anyLoose ? LOOSE.test(text) : names.some((name) => text.includes(name) && LOOSE.test(text)));
}

const ID_NAME = /(?:video|image|vod)[_-]?id|(?:^|[^a-z])vid$/i;

/** Whether an attribute or a parameter of this name may hold ids. */
export function namesId(name: string): boolean {
  return ID_NAME.test(name);
}
