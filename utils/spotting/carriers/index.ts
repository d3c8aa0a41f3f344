import { adoptedSheet } from './adopted-sheet.ts';
import { attribute } from './attribute.ts';
import type { Carrier, PageValue, Reading } from './carrier.ts';
import { comment } from './comment.ts';
import { embedded } from './embedded.ts';
import { frameSource } from './frame-source.ts';
import { headLink } from './head-link.ts';
import { imageInput } from './image-input.ts';
import { img } from './img.ts';
import { inlineStyle } from './inline-style.ts';
import { jsonAttribute } from './json-attribute.ts';
import { lazy } from './lazy.ts';
import { link } from './link.ts';
import { meta } from './meta.ts';
import { noscript } from './noscript.ts';
import { pageAddress } from './page-address.ts';
import { picture } from './picture.ts';
import { poster } from './poster.ts';
import { remoteSheet } from './remote-sheet.ts';
import { resource } from './resource.ts';
import { script } from './script.ts';
import { styleRule } from './style-rule.ts';
import { svgImage } from './svg-image.ts';
import { template } from './template.ts';
import { text } from './text.ts';

/** Every carrier. A value belongs to the one that names it in `reads`, else to the first claim. */
export const carriers = [
  template,
  img,
  picture,
  poster,
  imageInput,
  embedded,
  svgImage,
  link,
  meta,
  headLink,
  inlineStyle,
  frameSource,
  jsonAttribute,
  lazy,
  attribute,
  script,
  styleRule,
  adoptedSheet,
  remoteSheet,
  noscript,
  comment,
  text,
  pageAddress,
  resource,
] as const;

/** The name of a carrier in sightings, exports and `docs/spotting.md`. */
export type CarrierId = (typeof carriers)[number]['id'];

interface Claim {
  readonly id: CarrierId;
  readonly reading: Reading;
}

const list: readonly (Carrier & { readonly id: CarrierId })[] = carriers;
const byName = new Map<string, Claim>(
  list.flatMap(({ id, reads = {} }) =>
    Object.entries(reads).map(([name, reading]): [string, Claim] => [name, { id, reading }]),
  ),
);

/** @returns The carrier that a value belongs to, and how to read it; undefined if there is none. */
export function claim(found: PageValue): Claim | undefined {
  const { tag, slot, inert } = found;
  const named = inert ? undefined : (byName.get(`${tag} ${slot}`) ?? byName.get(slot));
  if (named) return named;
  for (const { id, claims } of list) {
    const reading = claims?.(found);
    if (reading) return { id, reading };
  }
  return;
}
