/**
 * Says whether a domain looks like an ordinary site, not like a host of images: it is a registered
 * domain by the public suffix rules (https://publicsuffix.org), a wildcard over one, a `www.` host,
 * or a name that nobody can register. The rules are loaded at the first call. They are large, so
 * only pages may call this.
 * @param domain A domain that fits `ownDomainSchema`. A bucket's name is not an ordinary site.
 */
export async function ordinarySite(domain: string): Promise<boolean> {
  const host = domain.trim().toLowerCase().replace(/^\*\./, '');
  if (!host.includes('.')) return false;
  if (/^www\d?\./.test(host)) return true;
  const { getDomain } = await import('tldts-icann');
  const registered = getDomain(host);
  return registered === null || registered === host;
}
