import * as v from 'valibot';
import { checkPage, insist } from '../input.ts';
import { flexibleNumber, readWith } from '../read.ts';
import type { Operation, OperationFacts } from './operation.ts';

/** What is true of every call of DescribeVodUserDomains. */
export const DESCRIBE_USER_DOMAINS = {
  name: 'DescribeVodUserDomains',
  purpose: 'domains',
  onlyIn: 'cn-shanghai',
  probe: () => describeUserDomains({ page: 1, pageSize: 1 }),
} as const satisfies OperationFacts;

/** The most domains VOD gives on a page. */
export const DOMAINS_PAGE = 50;

export interface DescribeUserDomainsInput {
  /** From 1. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
}

/** A domain that speeds up an account's media. */
export interface UserDomain {
  readonly domain: string;
  /** `online`, `offline`, `configuring`, `configure_failed`, `checking` or `check_failed`. */
  readonly status?: string;
}

/** One page of an account's domains, and how many there are on all pages if VOD said so. */
export interface UserDomainPage {
  readonly total?: number;
  readonly domains: UserDomain[];
}

const List = v.array(v.object({ domainname: v.string(), domainstatus: v.nullish(v.string()) }));
const Answer = v.object({
  totalcount: flexibleNumber,
  domains: v.union([List, v.object({ pagedata: v.nullish(List) })]),
});

/**
 * Lists the domains of an account, whatever their state. The Shanghai endpoint alone offers it.
 * Throws a VodInputError for a page VOD would refuse.
 * https://www.alibabacloud.com/help/en/vod/developer-reference/api-vod-2017-03-21-describevoduserdomains
 */
export function describeUserDomains(input: DescribeUserDomainsInput): Operation<UserDomainPage> {
  insist(checkPage(input.page, input.pageSize, DOMAINS_PAGE));
  return {
    action: DESCRIBE_USER_DOMAINS.name,
    parameters: { PageNumber: String(input.page), PageSize: String(input.pageSize) },
    read: (body) => {
      const { totalcount, domains } = readWith(Answer, body);
      const list = (Array.isArray(domains) ? domains : domains.pagedata) ?? [];
      return {
        ...(totalcount != null && { total: totalcount }),
        domains: list.map(({ domainname, domainstatus }) => ({
          domain: domainname,
          ...(domainstatus != null && { status: domainstatus }),
        })),
      };
    },
  };
}
