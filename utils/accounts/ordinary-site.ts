/**
 * Tells whether a domain that is to be called one's own looks like an ordinary site rather than a
 * host of images: the very domain that was registered, by the public suffix rules
 * (https://publicsuffix.org), a `www.` of it, a wildcard over it, or something that nobody can
 * register. Takes what the own-domain schema takes; a bucket's name is none.
 * The rules are loaded when they are first asked for, and belong into pages only, for they are large.
 */
export async function ordinarySite(domain: string): Promise<boolean> {
  const host = domain.trim().toLowerCase().replace(/^\*\./, '');
  if (!host.includes('.')) return false;
  if (/^www\d?\./.test(host)) return true;
  const { getDomain } = await import('tldts-icann');
  const registered = getDomain(host);
  return registered === null || registered === host;
}
