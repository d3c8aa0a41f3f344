import {
  formatDay,
  formatNumber,
  formatSize,
  type MessageKey,
  t,
} from '../../utils/browser/i18n.ts';
import type { ImageSaid } from '../../utils/plan/ask.ts';

/** The text for each status of an image that is not complete. */
const STATUS_NAMES: Readonly<Record<string, MessageKey>> = {
  Uploading: 'image_uploading',
  UploadFail: 'image_upload_failed',
};

/** @returns What VOD says about an image, in the order in which it is shown. */
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
