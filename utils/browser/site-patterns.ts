/**
 * The match pattern of a page's site: its scheme and host, whatever the port and path. Nothing for
 * pages that no extension may read.
 */
export function sitePattern(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  // Firefox takes no ports in match patterns, and one without a port fits them all.
  return `${url.protocol}//${url.hostname}/*`;
}

/** The match patterns of the sites of these addresses, each once. */
export function sitePatterns(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => sitePattern(address) ?? []))];
}

/**
 * The match pattern of a page's site at its own port alone, which Firefox does not take.
 * @throws TypeError for what is no address.
 */
export function portPattern(address: string): string {
  return `${new URL(address).origin}/*`;
}

/**
 * The source of a regular expression that origins (`https://host:port`) of these sites pass; one
 * that nothing passes when there are none. It is sent to pages, which need no code to read patterns.
 */
export function originExpression(sites: readonly string[]): string {
  const parts = sites.flatMap((site) => {
    if (site === '<all_urls>') return ['https?://.+'];
    const match = /^(\*|https?):\/\/([^/]+)\//.exec(site);
    if (match === null) return [];
    const [, scheme = '', host = ''] = match;
    return [`${scheme === '*' ? 'https?' : scheme}://${hostExpression(host)}`];
  });
  return parts.length === 0 ? '(?!)' : `^(?:${parts.join('|')})$`;
}

function hostExpression(host: string): string {
  if (host === '*') return '.+';
  const [, wild, name = '', port] = /^(\*\.)?(.*?)(:\d+|:\*)?$/.exec(host) ?? [];
  const before = wild ? '(?:[^/]+\\.)?' : '';
  const after = port === undefined || port === ':*' ? '(?::\\d+)?' : port;
  return `${before}${name.replace(/[^\w-]/g, '\\$&')}${after}`;
}

/** Whether a page is of one of these sites. */
export function isOfSites(address: string, sites: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return new RegExp(originExpression(sites)).test(`${url.protocol}//${url.host}`);
}
