import sharp from 'sharp';
import { drawScene, type Scene } from './scenes.ts';

export const pictureFormats = ['png', 'jpg', 'webp', 'gif'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

/** A picture to draw: one scene, or the tiles of a sprite. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly format: PictureFormat;
  readonly columns: number;
  readonly scenes: readonly Scene[];
}

const types: Readonly<Record<PictureFormat, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

// Shared by all sandboxes of a process: a description always makes the same picture.
const drawn = new Map<string, Promise<Buffer>>();

/** @returns The content type of a picture. */
export function pictureType(picture: Picture): string {
  return types[picture.format];
}

/** @returns The encoded file of a picture, which is drawn once and then kept. */
export function pictureBytes(picture: Picture): Promise<Buffer> {
  const key = JSON.stringify(picture);
  const known = drawn.get(key);
  if (known) return known;
  const bytes = encode(picture);
  drawn.set(key, bytes);
  return bytes;
}

function encode(picture: Picture): Promise<Buffer> {
  const image = sharp(Buffer.from(svg(picture)));
  switch (picture.format) {
    case 'png':
      return image.png({ compressionLevel: 6 }).toBuffer();
    case 'jpg':
      return image.jpeg({ quality: 82 }).toBuffer();
    case 'webp':
      return image.webp({ quality: 82, effort: 2 }).toBuffer();
    case 'gif':
      return image.gif({ effort: 2, colours: 128 }).toBuffer();
  }
}

function svg({ width, height, columns, scenes }: Picture): string {
  const rows = Math.ceil(scenes.length / columns);
  const tileWidth = width / columns;
  const tileHeight = height / rows;
  const tiles = scenes.map((scene, index) => {
    const x = (index % columns) * tileWidth;
    const y = Math.floor(index / columns) * tileHeight;
    const inside = drawScene(scene, tileWidth, tileHeight, `sky${index}`);
    return `<svg x="${x}" y="${y}" width="${tileWidth}" height="${tileHeight}" viewBox="0 0 ${tileWidth} ${tileHeight}">${inside}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${tiles.join('')}</svg>`;
}
