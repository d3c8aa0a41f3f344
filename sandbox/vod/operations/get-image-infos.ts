import type { Account } from '../../data/accounts.ts';
import { addressOf } from '../../data/addresses.ts';
import type { UploadedImage } from '../../data/objects.ts';
import type { Field } from '../answers.ts';
import { invalidParameter, missingParameter } from '../errors.ts';
import { listOf, numberOf, type Operation } from './operation.ts';

const most = 20;

export const operation: Operation = {
  name: 'GetImageInfos',
  parameters: ['ImageIds', 'OutputType', 'AuthTimeout'],
  run({ parameters, world, account }) {
    if (!parameters.ImageIds) throw missingParameter('ImageIds');
    const ids = [...new Set(listOf('ImageIds', parameters.ImageIds, most))];
    const outputType = parameters.OutputType ?? 'cdn';
    if (outputType !== 'cdn' && outputType !== 'oss') throw invalidParameter('OutputType');
    const timeout = numberOf('AuthTimeout', parameters.AuthTimeout, {
      otherwise: 3600,
      least: 1,
      most: 2_592_000,
    });
    const infos: Field[] = [];
    const missing: string[] = [];
    for (const id of ids) {
      const image = account?.images.find(({ imageId }) => imageId === id);
      if (account && image && world.get(account, image.path)) {
        const expires = Date.now() + timeout * 1000;
        const via = outputType === 'oss' ? 'bucket-signed' : 'plain';
        infos.push(infoOf(image, account, addressOf(account, image.path, via, expires)));
      } else missing.push(id);
    }
    return { ImageInfo: infos, NonExistImageIds: missing };
  },
};

function infoOf(image: UploadedImage, account: Account, address: string): Field {
  return {
    ImageId: image.imageId,
    URL: address,
    Title: image.title,
    Description: '',
    Status: 'Normal',
    ImageType: image.imageType,
    CreationTime: image.created,
    Tags: '',
    CateId: 1000021,
    CateName: 'Pictures',
    AppId: 'app-1000000',
    StorageLocation: account.bucket,
    Mezzanine: {
      FileURL: address,
      FileSize: image.fileSize,
      Width: image.picture.width,
      Height: image.picture.height,
      OriginalFileName: image.fileName,
    },
  };
}
