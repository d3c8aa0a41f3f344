import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns The id that Chromium derives from the key in a build's manifest. */
export async function extensionIdOf(build: string): Promise<string> {
  const text = await readFile(join(build, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Error('The extension is not built. Run: npm run build');
  }
  const { key } = JSON.parse(text) as { readonly key?: string };
  if (key === undefined) throw new Error(`${build}/manifest.json has no key`);
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  // The digits 0–f are written as the letters a–p.
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
