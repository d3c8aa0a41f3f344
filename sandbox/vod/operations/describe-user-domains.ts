import type { Account } from '../../data/accounts.ts';
import type { Field } from '../answers.ts';
import { invalidParameter } from '../errors.ts';
import { numberOf, type Operation } from './operation.ts';

const statuses = [
  'online',
  'offline',
  'configuring',
  'configure_failed',
  'checking',
  'check_failed',
];

/** The ways to search domains by name. */
const searches: Readonly<Record<string, (domain: string, name: string) => boolean>> = {
  fuzzy_match: (domain, name) => domain.includes(name),
  pre_match: (domain, name) => domain.startsWith(name),
  suf_match: (domain, name) => domain.endsWith(name),
  full_match: (domain, name) => domain === name,
};

export const operation: Operation = {
  name: 'DescribeVodUserDomains',
  parameters: ['DomainName', 'DomainSearchType', 'DomainStatus', 'PageNumber', 'PageSize'],
  onlyIn: 'cn-shanghai',
  run({ parameters, caller, settings }) {
    const { DomainName = '', DomainSearchType = 'fuzzy_match', DomainStatus } = parameters;
    const search = searches[DomainSearchType];
    if (!search) throw invalidParameter('DomainSearchType');
    if (DomainStatus !== undefined && !statuses.includes(DomainStatus)) {
      throw invalidParameter('DomainStatus');
    }
    const page = numberOf('PageNumber', parameters.PageNumber, {
      otherwise: 1,
      least: 1,
      most: 100_000,
    });
    const size = numberOf('PageSize', parameters.PageSize, { otherwise: 20, least: 1, most: 50 });
    const found = domainsOf(caller, settings.moreDomains).filter(
      ({ name, status }) =>
        search(name, DomainName) && (DomainStatus === undefined || status === DomainStatus),
    );
    return {
      Domains: {
        PageData: found
          .slice((page - 1) * size, page * size)
          .map(({ name, status }) => pageData(name, status, caller.bucket)),
      },
      TotalCount: found.length,
      PageNumber: page,
      PageSize: size,
    };
  },
};

function domainsOf(
  account: Account,
  more: number,
): readonly { readonly name: string; readonly status: string }[] {
  const [first] = account.domains;
  const apex = first?.host.replace(/^[^.]+\./, '') ?? 'nothing.example';
  return [
    ...account.domains.map(({ host }) => ({ name: host, status: 'online' })),
    ...Array.from({ length: more }, (_, index) => ({
      name: `cdn-${String(index + 1).padStart(4, '0')}.${apex}`,
      status: index % 10 === 9 ? 'offline' : 'online',
    })),
  ];
}

function pageData(name: string, status: string, bucket: string): Field {
  return {
    DomainName: name,
    Cname: `${name}.w.cdnslb.example`,
    DomainStatus: status,
    SslProtocol: 'on',
    Description: '',
    Sandbox: 'normal',
    GmtCreated: '2026-03-01T08:00:00Z',
    GmtModified: '2026-03-01T08:00:00Z',
    Sources: { Source: [{ Type: 'oss', Content: bucket, Port: 80, Priority: '20' }] },
  };
}
