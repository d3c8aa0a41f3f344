import type { Account } from './data/accounts.ts';
import { addressOf } from './data/addresses.ts';
import type { AccessKey } from './data/keys.ts';
import { type SnapshotKind, snapshotKinds } from './data/objects.ts';
import type { World } from './data/world.ts';

/** An AccessKey or STS triple of an account, for callers of the sandbox. */
export interface SandboxKey {
  /** One of the labels in the README; `minted` for a triple made while the sandbox runs. */
  readonly label: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When the token expires, as `YYYY-MM-DDThh:mm:ssZ`. */
  readonly expiration?: string;
}

/** The addresses of one file under each of the account's hosts. */
export interface SandboxAddresses {
  /** Under the domain without signatures, without a query: as CreateUploadImage returns it. */
  readonly plain: string;
  /** Under the domain that needs an `auth_key`, signed; the plain address if there is none. */
  readonly signed: string;
  readonly bucket: string;
  readonly bucketSigned: string;
}

export interface SandboxImage {
  readonly imageId: string;
  readonly title: string;
  readonly type: 'default' | 'cover';
  readonly path: string;
  readonly addresses: SandboxAddresses;
}

export interface SandboxSnapshot {
  readonly kind: SnapshotKind;
  readonly path: string;
  readonly addresses: SandboxAddresses;
}

export interface SandboxVideo {
  readonly videoId: string;
  readonly title: string;
  readonly snapshots: Readonly<Record<SnapshotKind, readonly SandboxSnapshot[]>>;
}

/** An account with its keys and everything that it held at the start. */
export interface SandboxAccount {
  readonly name: string;
  readonly region: string;
  /** The key that may do everything. */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly keys: readonly SandboxKey[];
  readonly bucket: string;
  readonly domains: readonly string[];
  /** The domains and the bucket. */
  readonly ownDomains: readonly string[];
  readonly images: readonly SandboxImage[];
  readonly videos: readonly SandboxVideo[];
}

/** @returns The key in the form that callers get. */
export function describeKey(key: AccessKey): SandboxKey {
  const { label, accessKeyId, accessKeySecret, securityToken, expires } = key;
  return {
    label,
    accessKeyId,
    accessKeySecret,
    ...(securityToken !== undefined && { securityToken }),
    ...(expires !== undefined && {
      expiration: new Date(expires).toISOString().replace(/\.\d+/, ''),
    }),
  };
}

/** @returns The account with everything that it held at the start. */
export function inventoryOf(account: Account, world: World): SandboxAccount {
  const addresses = (path: string): SandboxAddresses => ({
    plain: addressOf(account, path, 'plain', world.expires),
    signed: addressOf(account, path, 'signed', world.expires),
    bucket: addressOf(account, path, 'bucket', world.expires),
    bucketSigned: addressOf(account, path, 'bucket-signed', world.expires),
  });
  const keys = account.keys.map(describeKey);
  const domains = account.domains.map(({ host }) => host);
  const full = account.keys.find(({ label }) => label === 'full');
  return {
    name: account.name,
    region: account.region,
    accessKeyId: full?.accessKeyId ?? '',
    accessKeySecret: full?.accessKeySecret ?? '',
    keys,
    bucket: account.bucket,
    domains,
    ownDomains: [...domains, account.bucket],
    images: account.images.map(({ imageId, title, imageType, path }) => ({
      imageId,
      title,
      type: imageType,
      path,
      addresses: addresses(path),
    })),
    videos: account.videos.map(({ videoId, title, snapshots }) => {
      const ofKind = (kind: SnapshotKind): readonly SandboxSnapshot[] =>
        snapshots
          .filter((snapshot) => snapshot.kind === kind)
          .map(({ path }) => ({ kind, path, addresses: addresses(path) }));
      const byKind = Object.fromEntries(snapshotKinds.map((kind) => [kind, ofKind(kind)]));
      return { videoId, title, snapshots: byKind as SandboxVideo['snapshots'] };
    }),
  };
}
