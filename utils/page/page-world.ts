import type { PageMarks } from './marks/page-marks.ts';
import type { searchPictures } from './pictures/search.ts';
import type { Watch } from './watch-document.ts';

declare global {
  // Globals of the extension's isolated world in each frame of a page; the page cannot see them.
  // Until a global is set, its name may return an element or frame of the page instead.
  /** The watch over the document, also after it has ended. */
  var vodsweepWatch: Watch | undefined;
  /** Set while something is drawn on the page or may soon be. */
  var vodsweepMarks: PageMarks | undefined;
  /** Set once the script that searches for pictures was injected into the frame. */
  var vodsweepPictures: typeof searchPictures | undefined;
}
