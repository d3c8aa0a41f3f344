import type { PageMarks } from './marks/page-marks.ts';
import type { searchPictures } from './pictures/search.ts';
import type { Watch } from './watch-document.ts';

declare global {
  // The extension's own world in each frame of a page: its scripts meet here, the page cannot see it.
  // Until one is set, an element or frame of the page that bears the name stands in its place.
  /** The watch over the document, also when it has ended. */
  var vodsweepWatch: Watch | undefined;
  /** Set while something is, or may soon be, drawn on the page. */
  var vodsweepMarks: PageMarks | undefined;
  /** Set once pictures were looked for in the frame. */
  var vodsweepPictures: typeof searchPictures | undefined;
}
