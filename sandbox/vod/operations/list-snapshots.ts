import { addressOf } from '../../data/addresses.ts';
import { snapshotKinds } from '../../data/objects.ts';
import { invalidParameter, missingParameter, VodError } from '../errors.ts';
import { numberOf, type Operation } from './operation.ts';

export const operation: Operation = {
  name: 'ListSnapshots',
  parameters: ['VideoId', 'SnapshotType', 'PageNo', 'PageSize', 'AuthTimeout'],
  run({ parameters, world, account }) {
    if (!parameters.VideoId) throw missingParameter('VideoId');
    const kind = parameters.SnapshotType ?? 'CoverSnapshot';
    if (!snapshotKinds.some((one) => one === kind)) throw invalidParameter('SnapshotType');
    const page = numberOf('PageNo', parameters.PageNo, { otherwise: 1, least: 1, most: 100_000 });
    const size = numberOf('PageSize', parameters.PageSize, { otherwise: 20, least: 1, most: 100 });
    const timeout = numberOf('AuthTimeout', parameters.AuthTimeout, {
      otherwise: 3600,
      least: 3600,
      most: 2_592_000,
    });
    const video = account?.videos.find(({ videoId }) => videoId === parameters.VideoId);
    if (!account || !video) throw new VodError('InvalidVideo.NotFound');
    const left = video.snapshots.filter(
      (snapshot) => snapshot.kind === kind && world.get(account, snapshot.path),
    );
    const [first] = left;
    if (!first) throw new VodError('NoSuchResource');
    const expires = Date.now() + timeout * 1000;
    const address = (path: string): string => addressOf(account, path, 'bucket-signed', expires);
    return {
      MediaSnapshot: {
        Total: left.length,
        Regular: address(first.path.replace(/\d+(\.\w+)$/, '{SnapshotCount}$1')),
        JobId: video.videoId.split('').reverse().join(''),
        CreationTime: video.created,
        Snapshots: {
          Snapshot: left.slice((page - 1) * size, page * size).map(({ index, path }) => ({
            Index: index,
            Url: address(path),
          })),
        },
      },
    };
  },
};
