import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a module into a script, minified as in the extension.
 * @param name The global variable that holds its exports.
 * @throws Error if it does not build.
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      minify: true,
      write: false,

      lib: { entry: `${root}${entry}`, formats: ['iife'], name },
    },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code;
  if (!code) throw new Error(`${entry} did not build`);
  return code;
}
