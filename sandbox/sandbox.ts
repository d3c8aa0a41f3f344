import { bucketHandler } from './bucket.ts';
import { Cdn } from './cdn.ts';
import { controlHandler } from './controls.ts';
import type { Account } from './data/accounts.ts';
import {
  allHosts,
  controlHost,
  elsewhereHost,
  siteHost,
  vodHost,
  vodRegions,
} from './data/hosts.ts';
import { World } from './data/world.ts';
import type { FaultOptions } from './faults/fault.ts';
import type { FaultName, OptionsOf } from './faults/index.ts';
import { Switchboard } from './faults/switchboard.ts';
import type { Handler } from './http.ts';
import { inventoryOf, type SandboxAccount } from './inventory.ts';
import { listen } from './server.ts';
import type { PageHoldings } from './site/holdings.ts';
import { expectedOn, siteHandler, sitePaths } from './site/site.ts';
import type { RecordedCall } from './vod/calls.ts';
import { Gateway } from './vod/gateway.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** All ids and names follow from it. */
  readonly seed?: number;
  /** How many images the first account has uploaded. */
  readonly images?: number;
  /** Milliseconds that a VOD call takes. */
  readonly latency?: number;
  /** VOD calls a second that an account may make. */
  readonly callsPerSecond?: number;
}

/** A running sandbox. */
export interface Sandbox {
  readonly port: number;
  /** Every host name it plays. */
  readonly hosts: readonly string[];
  /** The value of Chromium's `--host-resolver-rules`. */
  readonly hostResolverRules: string;
  /** The self-signed certificate, as PEM, for clients that check it. */
  readonly certificate: string;
  /** The address of the demo site. */
  readonly site: string;
  /** The paths of the demo site's pages. */
  readonly pages: readonly string[];
  readonly accounts: readonly [SandboxAccount, SandboxAccount];
  /** Every request to a VOD endpoint, in order of arrival. */
  readonly calls: readonly RecordedCall[];
  clearCalls(): void;
  /** Makes it misbehave, in addition to the faults that are on. */
  setFault<Name extends FaultName>(name: Name, options?: OptionsOf<Name>): void;
  clearFaults(): void;
  /** Whether the origin still has the file; scheme, query and domain do not matter. */
  exists(address: string): boolean;
  /** What a page of the demo site holds of VOD. */
  expectedOn(path: string): PageHoldings;
  /** Data as at the start, caches and calls empty, faults off. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a sandbox on a loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = 1, images = 64, latency = 30, callsPerSecond = 50 } = options;
  const freshWorld = (): World => new World({ seed, images, now: Date.now() });
  let world = freshWorld();
  const faults = new Switchboard();
  const cdn = new Cdn();
  const gateway = new Gateway({ world: () => world, faults, latency, callsPerSecond });
  const inventory = (): Sandbox['accounts'] => [
    inventoryOf(world.accounts[0], world),
    inventoryOf(world.accounts[1], world),
  ];
  let accounts = inventory();

  const reset = (): void => {
    world = freshWorld();
    accounts = inventory();
    faults.clear();
    cdn.clear();
    gateway.reset();
  };

  const hosts = allHosts(world.accounts);
  const routes = new Map<string, Handler>([
    ...vodRegions.map((region) => [vodHost(region), gateway.handler] as const),
    ...world.accounts.flatMap((account, index) =>
      accountRoutes(
        account,
        () => world.accounts[index] ?? account,
        cdn,
        () => world,
      ),
    ),
    [siteHost, siteHandler(() => world)],
    [elsewhereHost, siteHandler(() => world)],
    [controlHost, controlHandler({ faults, gateway, reset })],
  ]);
  const server = await listen(routes, port);

  return {
    port: server.port,
    hosts,
    hostResolverRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${server.port}`).join(', '),
    certificate: server.certificate.cert,
    site: `https://${siteHost}/`,
    pages: sitePaths(world),
    get accounts() {
      return accounts;
    },
    get calls() {
      return gateway.calls;
    },
    clearCalls: () => gateway.clearCalls(),
    setFault: (name, given) => faults.set(name, given as FaultOptions | undefined),
    clearFaults: () => faults.clear(),
    exists: (address) => world.exists(address),
    expectedOn: (path) => expectedOn(world, path),
    reset,
    close: () => server.close(),
  };
}

function accountRoutes(
  account: Account,
  current: () => Account,
  cdn: Cdn,
  world: () => World,
): readonly (readonly [string, Handler])[] {
  return [
    [account.bucket, bucketHandler(world, current)],
    ...account.domains.map(
      (domain) => [domain.host, cdn.handler(world, current, () => domain)] as const,
    ),
  ];
}
