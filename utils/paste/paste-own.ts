import * as v from 'valibot';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { recognise } from '../spotting/shapes.ts';
import type { PastedLine } from './pasted-line.ts';

const text = v.exactOptional(v.string());
const listSchema = v.object({
  version: v.literal(1),
  items: v.array(v.object({ url: text, imageId: text, videoId: text, page: text, note: text })),
});

const HEX_ID = /^[0-9a-f]{32}$/i;

/** @returns The items of a list that Vodsweep exported as JSON; `undefined` for any other text. */
export function ownList(list: string): readonly PastedLine[] | undefined {
  if (!/^\s*\uFEFF?\s*\{/.test(list) || !list.includes('"version"')) return;
  let read: unknown;
  try {
    read = JSON.parse(list.replace(/^\s*\uFEFF/, ''));
  } catch {
    return;
  }
  const { success, output } = v.safeParse(listSchema, read);
  if (!success) return;
  const place = placesIn(list);
  return output.items.map(({ url, imageId, videoId, page, note }) => {
    const name = url ?? imageId ?? videoId;
    const about = {
      line: place(name),
      text: name ?? '',
      ...(note ? { note } : {}),
      ...(page && page.length <= LONGEST_ADDRESS && /^https?:/.test(page) ? { page } : {}),
    };
    if (url !== undefined) {
      const address = recognise(url);
      return address ? { ...about, address } : { ...about, foreign: url };
    }
    // An image of a video has a VideoId too. The id is the target only if there is no address.
    if (imageId !== undefined && HEX_ID.test(imageId)) {
      return { ...about, id: { kind: 'image-id', id: imageId.toLowerCase() } };
    }
    if (videoId !== undefined && HEX_ID.test(videoId)) {
      return { ...about, id: { kind: 'video-id', id: videoId.toLowerCase() } };
    }
    return about;
  });
}

/** @returns A function that returns the line of a name. Call it in the order of the names. */
function placesIn(list: string): (name: string | undefined) => number {
  let at = 0;
  let line = 1;
  // A name with other escapes is not found. A search for the rest would only take time.
  let lost = false;
  return (name) => {
    if (name === undefined || lost) return line;
    const next = list.indexOf(JSON.stringify(name), at);
    lost = next < 0;
    if (lost) return line;
    for (let end = list.indexOf('\n', at); end >= 0 && end < next; ) {
      line++;
      end = list.indexOf('\n', end + 1);
    }
    at = next;
    return line;
  };
}
