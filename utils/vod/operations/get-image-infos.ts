import * as v from 'valibot';
import { checkIds, insist } from '../input.ts';
import { flexibleNumber, readWith } from '../read.ts';
import { NO_ID, type Operation, type OperationFacts } from './operation.ts';

/** What is true of every call of GetImageInfos. */
export const GET_IMAGE_INFOS = {
  name: 'GetImageInfos',
  purpose: 'ask',
  probe: () => getImageInfos([NO_ID]),
} as const satisfies OperationFacts;

/** What VOD knows of an uploaded image; what it did not say is absent. */
export interface ImageInfo {
  readonly imageId: string;
  readonly url?: string;
  readonly title?: string;
  /** `Uploading`, `Normal` or `UploadFail`. */
  readonly status?: string;
  /** `default` or `cover`. */
  readonly imageType?: string;
  /** UTC, ISO 8601. */
  readonly creationTime?: string;
  readonly storageLocation?: string;
  readonly fileName?: string;
  readonly fileSize?: number;
  readonly width?: number;
  readonly height?: number;
}

/** The images VOD found and the ids it has none for. An id in neither was not answered. */
export interface ImageInfos {
  readonly images: ImageInfo[];
  readonly missing: string[];
}

const text = v.nullish(v.string());
const Info = v.object({
  imageid: v.string(),
  url: text,
  title: text,
  status: text,
  imagetype: text,
  creationtime: text,
  storagelocation: text,
  mezzanine: v.nullish(
    v.object({
      originalfilename: text,
      filesize: flexibleNumber,
      width: flexibleNumber,
      height: flexibleNumber,
    }),
  ),
});
const Answer = v.object({
  imageinfo: v.nullish(v.array(Info)),
  nonexistimageids: v.nullish(v.array(v.string())),
});

/**
 * Asks what VOD knows of 1 to 20 uploaded images (snapshots are not among them).
 * Throws a VodInputError for ids VOD would refuse; `checkIds` asks before.
 * https://www.alibabacloud.com/help/en/vod/developer-reference/api-vod-2017-03-21-getimageinfos
 */
export function getImageInfos(ids: readonly string[]): Operation<ImageInfos> {
  insist(checkIds(ids));
  return {
    action: GET_IMAGE_INFOS.name,
    parameters: { ImageIds: ids.join(',') },
    read: (body) => {
      const answer = readWith(
        // An answer with neither list says nothing of any id, and must not pass for "none missing".
        v.pipe(
          Answer,
          v.check((a) => a.imageinfo != null || a.nonexistimageids != null),
        ),
        body,
      );
      return {
        images: (answer.imageinfo ?? []).map(imageInfo),
        missing: answer.nonexistimageids ?? [],
      };
    },
  };
}

function imageInfo(info: v.InferOutput<typeof Info>): ImageInfo {
  const { mezzanine } = info;
  return {
    imageId: info.imageid,
    ...(info.url != null && { url: info.url }),
    ...(info.title != null && { title: info.title }),
    ...(info.status != null && { status: info.status }),
    ...(info.imagetype != null && { imageType: info.imagetype }),
    ...(info.creationtime != null && { creationTime: info.creationtime }),
    ...(info.storagelocation != null && { storageLocation: info.storagelocation }),
    ...(mezzanine?.originalfilename != null && { fileName: mezzanine.originalfilename }),
    ...(mezzanine?.filesize != null && { fileSize: mezzanine.filesize }),
    ...(mezzanine?.width != null && { width: mezzanine.width }),
    ...(mezzanine?.height != null && { height: mezzanine.height }),
  };
}
