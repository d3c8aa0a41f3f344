import type { Account } from '../../data/accounts.ts';
import type { World } from '../../data/world.ts';
import { type RefreshType, refreshTypes } from '../../refreshes.ts';
import { invalidParameter, missingParameter, VodError } from '../errors.ts';
import type { Operation } from './operation.ts';

/** The largest number that the console accepts at once. */
const most = 1000;

export const operation: Operation = {
  name: 'RefreshVodObjectCaches',
  parameters: ['ObjectPath', 'ObjectType', 'Force'],
  onlyIn: 'cn-shanghai',
  run({ parameters, caller, world, refreshes }) {
    const { ObjectPath = '', ObjectType = 'File', Force } = parameters;
    if (ObjectPath === '') throw missingParameter('ObjectPath');
    const type = refreshTypes.find((one) => one === ObjectType);
    if (!type) throw new VodError('InvalidObjectType.ValueNotSupported');
    if (Force !== undefined && !['true', 'false'].includes(Force)) throw invalidParameter('Force');
    const addresses = new Map(
      ObjectPath.split(/\r?\n/).map((path) => [path, addressOf(path, type)] as const),
    );
    if (addresses.size > most) throw malformed(`holds more than ${most} lines`);
    for (const { hostname } of addresses.values()) checkDomain(hostname, caller, world);
    if (!refreshes.hasRoom(caller, type, addresses.size)) {
      throw new VodError('QuotaExceeded.Refresh');
    }
    return { RefreshTaskId: refreshes.submit(caller, type, addresses).join(',') };
  },
};

/** The scheme may be missing. */
function addressOf(path: string, type: RefreshType): URL {
  const address = URL.parse(/^https?:\/\//.test(path) ? path : `https://${path}`);
  if (!address || /\s/.test(path) || !address.hostname.includes('.'))
    throw malformed('is malformed');
  if (type === 'Directory' && !address.pathname.endsWith('/'))
    throw malformed('has no / at its end');
  if (type === 'IgnoreParams' && address.search !== '') throw malformed('has parameters');
  return address;
}

function checkDomain(host: string, caller: Account, world: World): void {
  if (caller.domains.some((domain) => domain.host === host)) return;
  throw new VodError(world.accountOf(host) ? 'IllegalOperation' : 'InvalidDomain.NotFound');
}

function malformed(why: string): VodError {
  return new VodError('InvalidObjectPath.Malformed', `Specified ObjectPath ${why}.`);
}
