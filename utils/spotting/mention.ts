/**
 * The cheap stage: says that a text may hold a VOD address or a keyed id. It must never miss one, so
 * it looks only for parts that every escape leaves alone, and takes any first letter of an escaped
 * slash (`/`, `\/`, `\u002F`, `%2F`, `&#x2F;`) for a slash.
 */
const MENTION =
  /-6-2\.|napshots?[/\\%&]|cover[s/\\%&]|image[/\\%&].{0,12}?(?:default|dynamic|ai[/\\%&])|out(?:in)?-[0-9a-f]{8}|atermarks[/\\%&]|(?:[dD][eE][oO]|[mM][aA][gG][eE]|[vV][oO][dD])[_-]?[iI][dD]|[vV][iI][dD][^a-z]/;

/** Whether a text is worth the finder's time. */
export function mentions(text: string): boolean {
  return MENTION.test(text);
}

const ID_NAME = /(?:video|image|vod)[_-]?id|(?:^|[^a-z])vid$/i;

/** Whether a name, of an attribute or a parameter, is one that ids stand under. */
export function namesId(name: string): boolean {
  return ID_NAME.test(name);
}
