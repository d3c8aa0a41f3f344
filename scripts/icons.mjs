import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './steps.mjs';

/** The widths in pixels that browsers and stores ask for. */
const SIZES = [16, 32, 48, 96, 128];

const folder = join(root, '.output', 'icons');

/** Draws the icon's PNG files from `public/icons/icon.svg`; gives each with its place in a build. */
export async function icons() {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    SIZES.map(async (size) => {
      const absoluteSrc = join(folder, `${size}.png`);
      await sharp(join(root, 'public', 'icons', 'icon.svg'), { density: 600 })
        .resize(size, size)
        .png({ compressionLevel: 9 })
        .toFile(absoluteSrc);
      return { absoluteSrc, relativeDest: `icons/${size}.png` };
    }),
  );
}
