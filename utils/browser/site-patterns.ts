/**
 * @returns The match pattern of a page's site: its scheme and host, with any port and path.
 *   `undefined` for pages that no extension may read.
 */
export function sitePattern(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  // Firefox accepts no ports in match patterns. A pattern without a port matches all ports.
  return `${url.protocol}//${url.hostname}/*`;
}

/** @returns The match patterns of the sites of these addresses, each once. */
export function sitePatterns(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => sitePattern(address) ?? []))];
}

/**
 * @returns The match pattern of a page's site on its own port only. Firefox does not accept it.
 * @throws TypeError when the text is not an address.
 */
export function portPattern(address: string): string {
  return `${new URL(address).origin}/*`;
}

/**
 * Writes a regular expression, since content scripts have no code that reads match patterns.
 * @returns Its source. It matches the origins (`https://host:port`) of these sites, and nothing
 *   without sites.
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

/** @returns Whether a page belongs to one of these sites. */
export function isOfSites(address: string, sites: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return new RegExp(originExpression(sites)).test(`${url.protocol}//${url.host}`);
}
