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

/** The site that shows the images. */
export const siteHost = 'www.acme-learning.example';

/** A host that has nothing to do with VOD; its pictures are look-alikes. */
export const elsewhereHost = 'img.elsewhere.example';

/** Gives out STS triples, as a company's own service would. */
export const credentialsHost = 'credentials.acme-ops.example';

/** Another such service, which nobody has been told to ask: where a redirect leads. */
export const strayCredentialsHost = 'credentials.elsewhere.example';

/** The port by its plain names: credentials come over HTTP from this computer too. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost'];

/** The switches of the sandbox itself. */
export const controlHost = 'sandbox.test';

/** The VOD endpoint of a region. */
export function vodHost(region: string): string {
  return `vod.${region}.aliyuncs.com`;
}

/** The region of a VOD endpoint, if the host is one. */
export function regionOfVodHost(host: string): string | undefined {
  return vodRegions.find((region) => vodHost(region) === host);
}

/** Every host name the sandbox plays. */
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
