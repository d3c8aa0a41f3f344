import * as v from 'valibot';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { recognise } from '../spotting/shapes.ts';
import type { PasteFind } from './paste-find.ts';

const text = v.exactOptional(v.string());
const listSchema = v.object({
  version: v.literal(1),
  items: v.array(v.object({ url: text, imageId: text, videoId: text, page: text, note: text })),
});

const HEX_ID = /^[0-9a-f]{32}$/i;

/** What stands in a list that Vodsweep exported as JSON, or nothing where the text is no such list. */
export function ownList(list: string): readonly PasteFind[] | undefined {
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
    // An image of a video names the video beside its address; alone, the id is what is meant.
    if (imageId !== undefined && HEX_ID.test(imageId)) {
      return { ...about, id: { kind: 'image-id', id: imageId.toLowerCase() } };
    }
    if (videoId !== undefined && HEX_ID.test(videoId)) {
      return { ...about, id: { kind: 'video-id', id: videoId.toLowerCase() } };
    }
    return about;
  });
}

/** Tells the line of each name, asked in the order in which they stand. */
function placesIn(list: string): (name: string | undefined) => number {
  let at = 0;
  let line = 1;
  // Written with other escapes: looking for the rest would only take time.
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
