import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './steps.ts';

/** The widths in pixels that browsers and stores ask for. */
const SIZES = [16, 32, 48, 96, 128];

const folder = join(root, '.output', 'icons');

/** A file that a build takes over. */
export interface PublicFile {
  readonly absoluteSrc: string;
  /** Where it is in the build. */
  readonly relativeDest: string;
}

/** Draws the icon's PNG files from `public/icons/icon.svg`. */
export async function icons(): Promise<PublicFile[]> {
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
