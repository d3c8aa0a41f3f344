import type { UploadedImage } from './objects.ts';
import { pictureFormats } from './pictures.ts';
import type { Seeded } from './seeded.ts';

const times = [
  'Morning',
  'Midday',
  'Evening',
  'Late summer',
  'First light',
  'Early spring',
  'Quiet',
] as const;

const places = [
  'valley',
  'harbour',
  'garden',
  'pass',
  'workshop',
  'old town',
  'terraces',
  'observatory',
] as const;

const sizes = [
  [640, 400],
  [640, 640],
  [720, 480],
  [480, 640],
] as const;

/** @returns The uploaded images of an account; every eighth is a cover. */
export function makeImages(
  from: Seeded,
  account: string,
  count: number,
  firstScene: number,
): readonly UploadedImage[] {
  return Array.from({ length: count }, (_, index) => makeImage(from, account, index, firstScene));
}

function makeImage(
  from: Seeded,
  account: string,
  index: number,
  firstScene: number,
): UploadedImage {
  const label = `${account}/image/${index}`;
  const imageType = index % 8 === 7 ? 'cover' : 'default';
  const format = imageType === 'cover' ? 'png' : (pictureFormats[index % 4] ?? 'png');
  const [width, height] = sizes[index % 3 === 2 ? 1 + (index % 3) : 0] ?? sizes[0];
  const title = `${times[index % times.length]} ${places[index % places.length]} ${index + 1}`;
  return {
    imageId: from.hex(`${label}/id`, 32),
    title,
    imageType,
    path: `/image/${imageType}/${from.hex(`${label}/file`, 32).toUpperCase()}-6-2.${format}`,
    fileName: `${title.toLowerCase().replaceAll(' ', '-')}.${format}`,
    fileSize: from.whole(`${label}/bytes`, 40_000, 900_000),
    created: new Date(Date.UTC(2026, 2, 1, 8, index * 97)).toISOString().replace('.000', ''),
    picture: {
      width,
      height,
      format,
      columns: 1,
      scenes: [{ number: firstScene + index, moment: 0 }],
    },
  };
}
