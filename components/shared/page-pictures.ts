import { createContext } from 'preact';

/** Pictures taken from the reviewed page, for images that do not load by themselves. */
export interface PagePictures {
  /** @returns The file of the extension to load instead of an address. */
  readonly builtIn?: (address: string) => string | undefined;
  /** @returns The picture for an address, as a `data:` URL. */
  readonly pictureOf: (address: string) => string | undefined;
  /** @returns Whether the page was searched for the picture of an address. */
  readonly wasTried: (address: string) => boolean;
  /** Reports an image that cannot be shown and is not gone. */
  readonly lacks: (address: string) => void;
}

/** Provided for the reviewed page's list, its plan and the demo only: a picture is of one page. */
export const PagePicturesContext = createContext<PagePictures | undefined>(undefined);
