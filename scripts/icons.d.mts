/** Draws the icon's PNG files from `public/icons/icon.svg`; gives each with its place in a build. */
export function icons(): Promise<{ readonly absoluteSrc: string; readonly relativeDest: string }[]>;
