/*
 * The cheap stage: says that a text may hold a VOD address or a keyed id. It must never miss one, so
 * it looks only for parts that every escape leaves alone, and takes the first letter of an escaped
 * slash (`/`, `\/`, `\u002F`, `%2F`, `&#x2F;`) for a slash.
 */

const STRICT =
  /-6-2\.|(?:napshots?|covers)[/\\%&].{0,12}?(?:[0-9a-fA-F]{16}|normal|sprite|ice-)|mage[/\\%&].{0,12}?(?:dynamic|ai[/\\%&])|out(?:in)?-[0-9a-f]{8}/;
const LOOSE = /(?:napshots?|covers?|atermarks)[/\\%&]|mage[/\\%&].{0,12}?default/;
/** Apart from the rest because two short patterns are quicker than one long one. */
const KEYED =
  /(?:[dD][eE][oO]|[mM][aA][gG][eE]|[vV][oO][dD])[_-]?[iI][dD]|[vV][iI][dD](?:[^a-z]|$)/;

/** Whether a text is worth the finder's time. */
export type Mentions = (text: string) => boolean;

/**
 * Makes the test for a page. Loose paths count only on own hosts, so it is the names of those that
 * are looked for; on a page of such a host, and where own hosts are not known, the paths are.
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

/** Whether a name, of an attribute or a parameter, is one that ids stand under. */
export function namesId(name: string): boolean {
  return ID_NAME.test(name);
}
