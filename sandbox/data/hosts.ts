import type { Account } from './accounts.ts';

/** The regions that have a VOD endpoint. */
export const vodRegions = [
  'cn-shanghai',
  'cn-beijing',
  'cn-shenzhen',
  'cn-hongkong',
  'ap-southeast-1',
  'ap-southeast-5',
  'ap-northeast-1',
  'eu-central-1',
  'us-west-1',
  'me-central-1',
  'cn-north-2-gov-1',
] as const;

/** The demo site, which shows the images. */
export const siteHost = 'www.acme-learning.example';

/** A host without VOD images; the addresses of its pictures only look similar. */
export const elsewhereHost = 'img.elsewhere.example';

/** Returns STS triples, as a company's own service would. */
export const credentialsHost = 'credentials.acme-ops.example';

/** Another such service, which no client is configured to ask: the target of a redirect. */
export const strayCredentialsHost = 'credentials.elsewhere.example';

/** The names of this computer: under them, credentials are served over plain HTTP too. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost'];

/** The sandbox's own switches. */
export const controlHost = 'sandbox.test';

/** @returns The VOD endpoint of a region. */
export function vodHost(region: string): string {
  return `vod.${region}.aliyuncs.com`;
}

/** @returns The region of a VOD endpoint; undefined for any other host. */
export function regionOfVodHost(host: string): string | undefined {
  return vodRegions.find((region) => vodHost(region) === host);
}

/** @returns Every host name that the sandbox serves. */
export function allHosts(accounts: readonly Account[]): readonly string[] {
  return [
    ...vodRegions.map(vodHost),
    ...accounts.flatMap((account) => [
      account.bucket,
      ...account.domains.map((domain) => domain.host),
    ]),
    siteHost,
    elsewhereHost,
    credentialsHost,
    strayCredentialsHost,
    controlHost,
  ];
}
