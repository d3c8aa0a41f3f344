/** A RAM action: `vod:` and the name of an operation. */
export type RamAction = `vod:${string}`;

/** What RAM allows a key: only these actions, or all but these. */
export type Allowed =
  | { readonly only: readonly RamAction[] }
  | { readonly allBut: readonly RamAction[] };

/** An AccessKey, or an STS triple. */
export interface AccessKey {
  readonly label: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When the token expires, in milliseconds since 1970. */
  readonly expires?: number;
  readonly active: boolean;
  readonly allowed: Allowed;
  /** The error code with which RAM refuses everything else. */
  readonly denial: 'Forbidden.RAM' | 'NoPermission';
}

const hour = 3_600_000;

/** @returns The keys of Acme Video; their tokens expire relative to `now`. */
export function acmeKeys(now: number): readonly AccessKey[] {
  return [
    key('full', 'LTAI5tAcmeVideoFullKey01', 'AcmeVideoSecretForSandbox00001'),
    key('no-delete', 'LTAI5tAcmeVideoReader002', 'AcmeVideoSecretForSandbox00002', {
      allowed: { allBut: ['vod:DeleteImage'] },
    }),
    key('only-delete', 'LTAI5tAcmeVideoBroom0004', 'AcmeVideoSecretForSandbox00007', {
      allowed: { only: ['vod:DeleteImage'] },
    }),
    key('no-domains', 'LTAI5tAcmeVideoLeast0005', 'AcmeVideoSecretForSandbox00008', {
      allowed: { allBut: ['vod:DescribeVodUserDomains'] },
    }),
    key('no-purge', 'LTAI5tAcmeVideoPlain0006', 'AcmeVideoSecretForSandbox00009', {
      allowed: {
        allBut: [
          'vod:RefreshVodObjectCaches',
          'vod:DescribeVodRefreshTasks',
          'vod:DescribeVodRefreshQuota',
        ],
      },
    }),
    key('nothing', 'LTAI5tAcmeVideoEmpty0007', 'AcmeVideoSecretForSandbox00010', {
      allowed: { only: [] },
    }),
    key('inactive', 'LTAI5tAcmeVideoRetired03', 'AcmeVideoSecretForSandbox00003', {
      active: false,
    }),
    key('sts', 'STS.NSandboxAcmeSession01', 'AcmeVideoSecretForSandbox00004', {
      securityToken: 'CAISsandbox/acme+session==01',
      expires: now + 12 * hour,
    }),
    key('sts-expired', 'STS.NSandboxAcmeSession02', 'AcmeVideoSecretForSandbox00005', {
      securityToken: 'CAISsandbox/acme+session==02',
      expires: now - hour,
    }),
    key('sts-no-delete', 'STS.NSandboxAcmeSession03', 'AcmeVideoSecretForSandbox00006', {
      securityToken: 'CAISsandbox/acme+session==03',
      expires: now + 12 * hour,
      allowed: { allBut: ['vod:DeleteImage'] },
      denial: 'NoPermission',
    }),
  ];
}

/** @returns The keys of Other Studio. */
export function otherKeys(): readonly AccessKey[] {
  return [key('full', 'LTAI5tOtherStudioKey0001', 'OtherStudioSecretForSandbox001')];
}

/** What a new STS triple should be. */
export interface Session {
  /** Seconds until its token expires. */
  readonly lifetime: number;
  readonly allowed?: readonly RamAction[];
}

/** Makes the n-th STS triple of a sandbox. It expires at a whole second, never too early. */
export function session(number: number, now: number, { lifetime, allowed }: Session): AccessKey {
  const serial = String(number).padStart(6, '0');
  return key('minted', `STS.NSandboxMinted${serial}`, `MintedSecretForSandbox${serial}`, {
    securityToken: `CAISsandbox/minted+session==${serial}`,
    expires: Math.ceil(now / 1000 + lifetime) * 1000,
    ...(allowed !== undefined && { allowed: { only: allowed } }),
  });
}

function key(label: string, id: string, secret: string, more: Partial<AccessKey> = {}): AccessKey {
  return {
    label,
    accessKeyId: id,
    accessKeySecret: secret,
    active: true,
    allowed: { allBut: [] },
    denial: 'Forbidden.RAM',
    ...more,
  };
}

/** @returns Whether RAM allows a key an action. */
export function isAllowed({ allowed }: AccessKey, action: RamAction): boolean {
  return 'only' in allowed ? allowed.only.includes(action) : !allowed.allBut.includes(action);
}
