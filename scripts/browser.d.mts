/** Finds a browser that the extension can be loaded into, and installs one if there is none. */
export function findBrowser(options?: {
  readonly mayInstall?: boolean;
}): Promise<{ readonly path: string; readonly version: string }>;
