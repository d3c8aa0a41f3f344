import type { UploadedImage } from '../data/objects.ts';
import type { World } from '../data/world.ts';
import { galleryImages } from './gallery.ts';
import type { Holdings } from './holdings.ts';
import { escaped, page } from './html.ts';

const PER_BATCH = 8;

/** How many batches the feed has; the first is part of its page. */
export const feedBatches = 4;

// Fetches the next batch when the end comes near, as sites with endless scrolling do.
const endlessScript = `
let next = 2;
let loading = false;
const end = document.getElementById('end');
const near = new IntersectionObserver(async ([entry]) => {
  if (!entry.isIntersecting || loading) return;
  loading = true;
  const reply = await fetch('/feed/' + next);
  document.getElementById('feed').insertAdjacentHTML('beforeend', await reply.text());
  next += 1;
  loading = false;
  near.disconnect();
  if (next > ${feedBatches}) end.textContent = 'You have seen it all.';
  else near.observe(end);
});
near.observe(end);
`;

/** A page that grows when it is scrolled to its end: images that the gallery does not show. */
export function feed(world: World, holds: Holdings): string {
  return page(
    'Feed',
    `<h1>Feed</h1>
<ul class="feed" id="feed">
${feedBatch(world, holds, 1)}
</ul>
<p class="quiet" id="end">More is coming…</p>
<script>${endlessScript}</script>`,
  );
}

/** @returns The markup of a batch; `number` counts from 1. */
export function feedBatch(world: World, holds: Holdings, number: number): string {
  const [acme] = world.accounts;
  const from = galleryImages + (number - 1) * PER_BATCH;
  const post = (image: UploadedImage, at: number): string => {
    const address = holds.image(acme, image, at % 2 ? 'signed' : 'plain', 'img src');
    const title = escaped(image.title);
    return `<li class="card"><img src="${escaped(address)}" alt="${title}"><p>${title}</p></li>`;
  };
  return acme.images
    .slice(from, from + PER_BATCH)
    .map(post)
    .join('\n');
}
