import { bucketHandler } from './bucket.ts';
import { Cdn } from './cdn.ts';
import { controlHandler } from './controls.ts';
import { type CredentialsRequest, CredentialsService, credentialsPath } from './credentials.ts';
import type { Account } from './data/accounts.ts';
import {
  allHosts,
  controlHost,
  credentialsHost,
  elsewhereHost,
  loopbackHosts,
  siteHost,
  strayCredentialsHost,
  vodHost,
  vodRegions,
} from './data/hosts.ts';
import type { Session } from './data/keys.ts';
import { World } from './data/world.ts';
import type { FaultOptions } from './faults/fault.ts';
import type { FaultName, OptionsOf } from './faults/index.ts';
import { Switchboard } from './faults/switchboard.ts';
import type { Handler } from './http.ts';
import { describeKey, inventoryOf, type SandboxAccount, type SandboxKey } from './inventory.ts';
import { Refreshes } from './refreshes.ts';
import { listen } from './server.ts';
import { type Settings, SettingsBoard } from './settings.ts';
import type { PageHoldings } from './site/holdings.ts';
import { expectedOn, siteHandler, sitePaths } from './site/site.ts';
import type { RecordedCall } from './vod/calls.ts';
import { Gateway } from './vod/gateway.ts';

export interface SandboxOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  /** It decides all ids and names. */
  readonly seed?: number;
  /** How many images the first account has uploaded. */
  readonly images?: number;
  /** How many videos the first account has uploaded. */
  readonly videos?: number;
  /** Milliseconds that a VOD call takes. */
  readonly latency?: number;
  /** How many VOD calls an account may make per second. */
  readonly callsPerSecond?: number;
  /** Settings that are left out have their defaults. */
  readonly settings?: Partial<Settings>;
}

/** A running sandbox. */
export interface Sandbox {
  readonly port: number;
  /** Every host name that the sandbox serves. */
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
  /** Returns STS triples of the first account, a new one each time. */
  readonly credentialsUri: string;
  /** The same over plain HTTP, at this computer's loopback address. */
  readonly loopbackCredentialsUri: string;
  /** Every request for credentials, in order of arrival. */
  readonly credentialsRequests: readonly CredentialsRequest[];
  clearCredentialsRequests(): void;
  /** Makes an STS triple of the first account. */
  mint(session: Session): SandboxKey;
  readonly settings: Settings;
  /** Changes some settings. */
  set(settings: Partial<Settings>): void;
  /** Turns a fault on, in addition to those that are on already. */
  setFault<Name extends FaultName>(name: Name, options?: OptionsOf<Name>): void;
  clearFaults(): void;
  /** @returns Whether the origin still has the file; scheme, query and domain do not matter. */
  exists(address: string): boolean;
  /** @returns The VOD images and ids on a page of the demo site. */
  expectedOn(path: string): PageHoldings;
  /** Restores data and settings, clears caches, refreshes and requests, and turns faults off. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a sandbox on a loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    seed = 1,
    images = 64,
    videos = 5,
    latency = 30,
    callsPerSecond = 50,
  } = options;
  const freshWorld = (): World => new World({ seed, images, videos, now: Date.now() });
  let world = freshWorld();
  const faults = new Switchboard();
  const settings = new SettingsBoard(options.settings);
  const cdn = new Cdn(settings);
  const refreshes = new Refreshes(cdn, settings);
  const gateway = new Gateway({
    world: () => world,
    faults,
    settings,
    refreshes,
    latency,
    callsPerSecond,
  });
  const credentials = new CredentialsService({ world: () => world, faults, settings });
  const mint = (wanted: Session): SandboxKey => describeKey(world.mint(world.accounts[0], wanted));
  const inventory = (): Sandbox['accounts'] => [
    inventoryOf(world.accounts[0], world),
    inventoryOf(world.accounts[1], world),
  ];
  let accounts = inventory();

  const reset = (): void => {
    world = freshWorld();
    accounts = inventory();
    faults.clear();
    settings.reset();
    cdn.clear();
    refreshes.clear();
    gateway.reset();
    credentials.clear();
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
    ...[credentialsHost, strayCredentialsHost, ...loopbackHosts].map(
      (host) => [host, credentials.handler] as const,
    ),
    [controlHost, controlHandler({ faults, settings, gateway, credentials, mint, reset })],
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
    credentialsUri: `https://${credentialsHost}${credentialsPath}`,
    loopbackCredentialsUri: `http://127.0.0.1:${server.port}${credentialsPath}`,
    get credentialsRequests() {
      return credentials.requests;
    },
    clearCredentialsRequests: () => credentials.clear(),
    mint,
    get settings() {
      return settings.values;
    },
    set: (some) => settings.set(some),
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
