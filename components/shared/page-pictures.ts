import { createContext } from 'preact';

/** Pictures as the page in review shows them, for images that do not load by themselves. */
export interface PagePictures {
  /** The picture of an image by its address, as a `data:` URL. */
  readonly pictureOf: (address: string) => string | undefined;
  /** Whether it was looked for on the page. */
  readonly wasTried: (address: string) => boolean;
  /** To be called when an image does not load. */
  readonly lacks: (address: string) => void;
}

/** Given around lists of the page in review, and nowhere else: no page shows another’s images. */
export const PagePicturesContext = createContext<PagePictures | undefined>(undefined);
