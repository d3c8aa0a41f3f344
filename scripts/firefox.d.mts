/**
 * Finds a Firefox that the extension can be loaded into, and installs one where that can be done;
 * `missing` says why there is none.
 */
export function findFirefox(options?: {
  readonly mayInstall?: boolean;
}): Promise<{ readonly path: string; readonly version: string } | { readonly missing: string }>;
