import {
  formatDay,
  formatNumber,
  formatSize,
  type MessageKey,
  t,
} from '../../utils/browser/i18n.ts';
import type { ImageSaid } from '../../utils/plan/ask.ts';

/** What VOD says of an image that is not there as it should be. */
const STATUS_NAMES: Readonly<Record<string, MessageKey>> = {
  Uploading: 'image_uploading',
  UploadFail: 'image_upload_failed',
};

/** What VOD says of an image, in the order in which it is read. */
export function factsOfImage({ title, width, height, size, created, status }: ImageSaid): string[] {
  const trouble = STATUS_NAMES[status ?? ''];
  return [
    title,
    width === undefined || height === undefined
      ? ''
      : t('image_dimensions', [formatNumber(width), formatNumber(height)]),
    size === undefined ? '' : formatSize(size),
    created === undefined ? '' : t('image_created', [formatDay(created)]),
    trouble === undefined ? '' : t(trouble),
  ].filter((fact) => fact !== '');
}
