import { elsewhereHost, siteHost } from '../data/hosts.ts';
import type { UploadedImage } from '../data/objects.ts';
import type { World } from '../data/world.ts';
import type { Holdings } from './holdings.ts';
import { escaped, page } from './html.ts';

// Loads a lazy image when it comes near the visible part, as many sites do.
const lazyScript = `
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    target.src = target.dataset.src ?? target.dataset.original;
  }
}, { rootMargin: '200px' });
document.querySelectorAll('img.lazy').forEach((image) => seen.observe(image));
`;

/** How many of the first account's images the gallery shows. */
export const galleryImages = 32;

/** The front page: a gallery with images in every common kind of place. */
export function gallery(world: World, holds: Holdings): string {
  const [acme, other] = world.accounts;
  // Each image is shown once, so `take` removes images from the front.
  const left = acme.images.slice(0, galleryImages);
  const take = (count: number): readonly UploadedImage[] => left.splice(0, count);
  const card = (image: UploadedImage, picture: string): string =>
    `<li class="card">${picture}<p>${escaped(image.title)}</p></li>`;
  const alt = (image: UploadedImage): string => `alt="${escaped(image.title)}"`;
  const source = (...given: Parameters<Holdings['image']>): string =>
    escaped(holds.image(...given));

  const hero = take(1).map(
    (
      image,
    ) => `<section class="hero" style="background-image: url('${source(acme, image, 'plain', 'style background')}')">
<div><h1>Learn to look twice</h1><p>Short courses on light, water and colour, and the pictures our students made.</p></div>
</section>`,
  );
  const recent = [
    ...take(6).map((image) =>
      card(image, `<img src="${source(acme, image, 'plain', 'img src')}" ${alt(image)}>`),
    ),
    ...take(4).map((image) =>
      card(image, `<img src="${source(acme, image, 'signed', 'img src')}" ${alt(image)}>`),
    ),
    ...take(2).map((image) =>
      card(image, `<img src="${source(acme, image, 'bucket', 'img src')}" ${alt(image)}>`),
    ),
    ...take(2).map((image) =>
      card(image, `<img src="${source(acme, image, 'bucket-signed', 'img src')}" ${alt(image)}>`),
    ),
    ...take(2).map((image) => {
      const sizes = [320, 640].map((width) => {
        const resize = `?x-oss-process=image/resize,w_${width}`;
        return `${source(acme, image, 'plain', 'img srcset', resize)} ${width}w`;
      });
      return card(image, `<img srcset="${sizes.join(', ')}" sizes="14rem" ${alt(image)}>`);
    }),
    ...take(2).map((image) =>
      card(image, `<img srcset="${source(acme, image, 'signed', 'img srcset')} 1x" ${alt(image)}>`),
    ),
  ];
  const portfolio = [
    ...take(2).map((image) => {
      const [fallback] = take(1);
      const inside = fallback ? source(acme, fallback, 'bucket', 'img src') : '/assets/empty.png';
      return card(
        image,
        `<picture><source srcset="${source(acme, image, 'plain', 'picture source')}"><img src="${inside}" ${alt(image)}></picture>`,
      );
    }),
    ...take(3).map((image) =>
      card(
        image,
        `<div class="tile" role="img" aria-label="${escaped(image.title)}" style="background-image:url(&quot;${source(acme, image, 'signed', 'style background')}&quot;)"></div>`,
      ),
    ),
    ...other.images
      .slice(0, 2)
      .map((image) =>
        card(image, `<img src="${source(other, image, 'plain', 'img src')}" ${alt(image)}>`),
      ),
  ];
  const lazy = [
    ...take(3).map(
      (image) =>
        `<img class="lazy" data-src="${source(acme, image, 'plain', 'img data-src')}" ${alt(image)}>`,
    ),
    ...take(1).map(
      (image) =>
        `<img class="lazy" data-original="${source(acme, image, 'bucket', 'img data-original')}" ${alt(image)}>`,
    ),
  ];
  const links = take(2).map(
    (image) =>
      `<li><a href="${source(acme, image, 'plain', 'a href')}">${escaped(image.title)}, full size</a></li>`,
  );
  return page(
    'Gallery',
    `${hero.join('')}
<h2>Recent work</h2>
<ul class="grid">
${recent.join('\n')}
</ul>
<h2>Portfolio</h2>
<ul class="grid">
${portfolio.join('\n')}
</ul>
<h2>Sketchbook</h2>
<div class="strip">
${lazy.join('\n')}
</div>
<h2>Prints</h2>
<ul>
${links.join('\n')}
</ul>
<h2>Partners</h2>
<div class="partners">
${lookAlikes(holds, acme.domains[0]?.host ?? siteHost)}
</div>
<script>${lazyScript}</script>`,
  );
}

/** Addresses that look like VOD images in some way but are not. */
function lookAlikes(holds: Holdings, ownDomain: string): string {
  return [
    `https://${siteHost}/image/default/banner.jpg`,
    `https://${siteHost}/assets/image/default/17004872-437d9b7580c63d34.jpg`,
    `https://${elsewhereHost}/image/default/2026/1103/93eb6dd6-8a7a-41ad-93fd-616795fa4bae.png`,
    `https://${elsewhereHost}/uploads/covers/33dbb7bfafe8d7bb6e8b2c1d5e40a1f0.jpg`,
    `https://${elsewhereHost}/photo.jpg?auth_key=1999999999-0-0-0123456789abcdef0123456789abcdef`,
    `https://${ownDomain}/assets/logo.png`,
  ]
    .map((address) => `<img src="${escaped(holds.notVod(address))}" alt="Partner">`)
    .join('\n');
}
