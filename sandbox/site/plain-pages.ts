import { page } from './html.ts';

/** A page without VOD images. */
export function empty(): string {
  return page(
    'About',
    `<h1>About us</h1>
<p>Four people, two cameras and a shed full of tripods. We teach how to look at things for longer than it takes to photograph them.</p>
<p class="quiet">This page holds no pictures at all.</p>`,
  );
}

/** The empty page that tests fill with hostile content. */
export function hostile(): string {
  return page(
    'Workshop',
    `<h1>Workshop</h1>
<p class="quiet">Nothing here yet.</p>
<div id="stage"></div>`,
  );
}
