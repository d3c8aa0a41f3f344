import type { CarrierId } from './carriers/index.ts';
import { MOST_ADDRESSES } from './limits.ts';
import type { Find } from './read.ts';
import { identity } from './shapes.ts';
import type { Certainty, Sighting, SightingKind } from './sighting.ts';

/** More than a person can review; a page that makes more is not telling the truth. */
const MOST_OF_PAGE = 20_000;

interface Row {
  readonly key: string;
  readonly kind: SightingKind;
  certainty: Certainty;
  readonly addresses: string[];
  readonly videoId?: string;
  readonly imageId?: string;
  readonly carriers: CarrierId[];
  element?: WeakRef<Element>;
}

/** What one document showed so far: joins finds of one image, and remembers what is not yet reported. */
export class Ledger {
  readonly #rows = new Map<string, Row>();
  readonly #news = new Set<Row>();

  /** Takes a find; true when it told something new. */
  add(find: Find, element?: Element): boolean {
    const fresh = rowOf(find);
    let row = this.#rows.get(fresh.key);
    let news = false;
    if (!row) {
      if (this.#rows.size >= MOST_OF_PAGE) return false;
      row = fresh;
      this.#rows.set(row.key, row);
      news = true;
    } else {
      const address = fresh.addresses[0];
      if (address && row.addresses.length < MOST_ADDRESSES && !row.addresses.includes(address)) {
        row.addresses.push(address);
        news = true;
      }
      // What an element shows was of course loaded; that is worth no second message.
      if (!row.carriers.includes(find.carrier) && find.carrier !== 'resource') {
        row.carriers.push(find.carrier);
        news = true;
      }
    }
    if (element && !row.element?.deref()?.isConnected) row.element = new WeakRef(element);
    if (news) this.#news.add(row);
    return news;
  }

  /** Whether something was loaded that was found nowhere on the page. */
  get hasStray(): boolean {
    return [...this.#rows.values()].some(
      ({ carriers }) => carriers.length === 1 && carriers[0] === 'resource',
    );
  }

  get size(): number {
    return this.#rows.size;
  }

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  /** What is new or has gained something since the last call. */
  takeNews(most: number): Sighting[] {
    const taken: Sighting[] = [];
    for (const row of this.#news) {
      if (taken.length >= most) break;
      taken.push(plain(row));
      this.#news.delete(row);
    }
    return taken;
  }

  all(): Sighting[] {
    return [...this.#rows.values()].map(plain);
  }

  elementOf(key: string): Element | undefined {
    return this.#rows.get(key)?.element?.deref();
  }
}

function rowOf({ carrier, image, id }: Find): Row {
  const carriers = [carrier];
  if (image) {
    const { kind, certainty, url, videoId } = image;
    const row: Row = { key: identity(image), kind, certainty, addresses: [url], carriers };
    return videoId ? { ...row, videoId } : row;
  }
  const { kind, id: value } = id;
  const key = `${kind}:${value}`;
  const name = kind === 'image-id' ? 'imageId' : 'videoId';
  return { key, kind, certainty: 'strict', addresses: [], carriers, [name]: value };
}

function plain({ element: _, ...row }: Row): Sighting {
  return { ...row, addresses: [...row.addresses], carriers: [...row.carriers] };
}
