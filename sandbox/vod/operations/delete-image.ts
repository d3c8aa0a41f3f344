import type { Account } from '../../data/accounts.ts';
import { type SnapshotKind, snapshotKinds } from '../../data/objects.ts';
import type { World } from '../../data/world.ts';
import { invalidParameter, missingParameter, VodError } from '../errors.ts';
import { listOf, type Operation, type OperationCall } from './operation.ts';

const most = 20;

/** The values of ImageType besides `All`; WebVTT files cannot be deleted. */
const deletableKinds: readonly SnapshotKind[] = snapshotKinds.filter(
  (kind) => kind !== 'WebVttSnapshot',
);

/** The parameters that each DeleteImageType requires; those of other types are refused. */
const neededBy: Readonly<Record<string, readonly string[]>> = {
  ImageURL: ['ImageURLs'],
  ImageId: ['ImageIds'],
  VideoId: ['VideoId', 'ImageType'],
};

/** The paths of the files that one item of a call names; empty if it does not exist. */
type Paths = readonly string[];

export const operation: Operation = {
  name: 'DeleteImage',
  parameters: ['DeleteImageType', 'ImageURLs', 'ImageIds', 'VideoId', 'ImageType'],
  run(call) {
    const items = itemsOf(call);
    const { account, world, mixedBatch } = call;
    const found = items.filter((paths) => paths.length > 0);
    const missing = found.length < items.length;
    if (missing && mixedBatch === 'refuse-all') throw new VodError('NoSuchResource');
    if (account) for (const path of found.flat()) world.remove(account, path);
    if (missing && (mixedBatch === 'delete-then-404' || found.length === 0)) {
      throw new VodError('NoSuchResource');
    }
    return {};
  },
};

function itemsOf(call: OperationCall): readonly Paths[] {
  const { parameters, world, account } = call;
  const type = parameters.DeleteImageType;
  if (!type) throw missingParameter('DeleteImageType');
  const needed = neededBy[type];
  if (!needed) throw invalidParameter('DeleteImageType');
  for (const name of Object.values(neededBy).flat()) {
    const given = parameters[name] !== undefined;
    if (given && !needed.includes(name)) {
      throw invalidParameter(name, `does not belong to the DeleteImageType ${type}`);
    }
    if (!parameters[name] && needed.includes(name)) throw missingParameter(name);
  }
  const { ImageURLs = '', ImageIds = '', VideoId = '', ImageType = '' } = parameters;
  if (type === 'ImageURL') {
    return listOf('ImageURLs', ImageURLs, most).map((item) => pathsByAddress(item, call));
  }
  if (type === 'ImageId') {
    return listOf('ImageIds', ImageIds, most).map((item) => pathsById(item, world, account));
  }
  if (VideoId.includes(',')) throw invalidParameter('VideoId', 'holds more than one video');
  return [pathsOfVideo(VideoId, kindsOf(ImageType), world, account)];
}

function kindsOf(imageType: string): readonly SnapshotKind[] {
  const values = listOf('ImageType', imageType, deletableKinds.length + 1);
  if (values.includes('All')) {
    if (values.length > 1) throw invalidParameter('ImageType', 'holds All and other values');
    return deletableKinds;
  }
  return values.map((value) => {
    const kind = deletableKinds.find((one) => one === value);
    if (!kind) throw invalidParameter('ImageType');
    return kind;
  });
}

/** Images are found by their bare address only; snapshots only with the fault `take-snapshots`. */
function pathsByAddress(item: string, { world, account, takesSnapshots }: OperationCall): Paths {
  const located = world.locate(plainAddress(item));
  if (!account || located?.account !== account || !located.bare) return [];
  if (world.get(account, located.path)?.image) return [located.path];
  const snapshots = takesSnapshots ? account.videos.flatMap((video) => video.snapshots) : [];
  return snapshots.some(({ path }) => path === located.path && world.get(account, path))
    ? [located.path]
    : [];
}

/** The whole address may be percent-encoded. */
function plainAddress(item: string): string {
  if (item.includes('://')) return item;
  try {
    return decodeURIComponent(item);
  } catch {
    return item;
  }
}

function pathsById(id: string, world: World, account: Account | undefined): Paths {
  const image = account?.images.find(({ imageId }) => imageId === id);
  return account && image && world.get(account, image.path) ? [image.path] : [];
}

function pathsOfVideo(
  videoId: string,
  kinds: readonly SnapshotKind[],
  world: World,
  account: Account | undefined,
): Paths {
  const video = account?.videos.find((one) => one.videoId === videoId);
  if (!account || !video) return [];
  return video.snapshots
    .filter(({ kind, path }) => kinds.includes(kind) && world.get(account, path))
    .map(({ path }) => path);
}
