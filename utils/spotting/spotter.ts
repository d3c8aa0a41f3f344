import type { Site } from './carriers/carrier.ts';
import { Changes } from './changes.ts';
import type { Ground } from './ground.ts';
import { Ledger } from './ledger.ts';
import { watchLoaded } from './loaded.ts';
import { mentions, namesId } from './mention.ts';
import { PIECE, pieces } from './pieces.ts';
import { read } from './read.ts';
import { Reporter } from './reporter.ts';
import { Roots, type ShadowRootOf } from './roots.ts';
import type { Recognised } from './shapes.ts';
import { type FetchStyleSheet, Sheets } from './sheets.ts';
import type { Sighting } from './sighting.ts';
import { type Gauges, Slices, type Work } from './slices.ts';
import { type Budget, survey } from './survey.ts';

/** What a spotter needs from whoever starts it. */
export interface SpotterOptions extends Gauges {
  readonly document: Document;
  /** Gets each sighting when it is new or has gained an address or a carrier, in batches. */
  report(batch: readonly Sighting[]): void;
  /** The page has more nodes than are searched. */
  onCapped?(nodes: number): void;
  /** Open and closed roots; without it only open ones are found. */
  readonly shadowRootOf?: ShadowRootOf;
  /** The text of a style sheet of another origin. */
  readonly fetchStyleSheet?: FetchStyleSheet;
  /** Leaves out images of no interest, such as loose ones on hosts that nobody owns. */
  wanted?(found: Recognised): boolean;
  /** Ends everything. */
  readonly signal: AbortSignal;
  readonly nodeCap?: number;
}

/** A search of one document that goes on until its signal ends it. */
export interface Spotter {
  /** The element of a sighting, while it is on the page. */
  elementOf(key: string): Element | undefined;
  sightings(): readonly Sighting[];
  /** Resolves when nothing is left to search and everything was reported. */
  idle(): Promise<void>;
}

const NODE_CAP = 1_000_000;
const MOST_ROOTS = 10_000;
/** When elements without a shadow root are asked again, in ms. */
const RECHECKS = [300, 1000, 3000, 10_000];

/** Searches a document for VOD images and ids, and everything that it becomes. */
export function startSpotter(options: SpotterOptions): Spotter {
  const { document, signal, nodeCap = NODE_CAP, wanted } = options;
  const ledger = new Ledger();
  const reporter = new Reporter(ledger, options.report, settle, signal);
  const slices = new Slices(document, signal, settle, options);
  let trees: WeakRef<Document | ShadowRoot>[] = [];
  let idlers: (() => void)[] = [];
  let capped = false;
  let address = '';

  const ground: Ground = {
    document,
    queue: (work) => slices.add(work),
    take(site, base) {
      if (site.value.length > PIECE) slices.add(takeLong(site, base));
      else takeOne(site, base);
    },
    enter(root) {
      if (trees.length < MOST_ROOTS) begin(root);
    },
    learn: (markup) => roots.learn(markup),
  };
  const roots = new Roots(ground, options.shadowRootOf ?? (() => null));
  const sheets = new Sheets(ground, options.fetchStyleSheet);
  const changes = new Changes(
    ground,
    { busy: () => !slices.empty, batch: recheck, added: (node) => tree(node, true), everything },
    signal,
  );

  function takeOne(site: Site, base = document.baseURI): void {
    if (!mentions(site.value) && !namesId(site.slot)) return;
    for (const find of read(site, base)) {
      if (find.image && wanted && !wanted(find.image)) continue;
      if (ledger.add(find, site.element ?? site.owner?.())) reporter.wake();
    }
  }

  function* takeLong(site: Site, base?: string): Work {
    for (const value of pieces(site.value)) {
      takeOne({ ...site, value }, base);
      yield;
    }
  }

  function* tree(node: Node, hasty: boolean): Work {
    const budget: Budget = { left: nodeCap };
    yield* survey(node, ground, budget, node === document ? 0 : undefined);
    if (budget.left < 0 && !capped) {
      capped = true;
      options.onCapped?.(nodeCap);
    }
    yield* roots.search(node, hasty);
  }

  function* search(root: Document | ShadowRoot): Work {
    yield* tree(root, false);
    yield* sheets.look(root);
  }

  function begin(root: Document | ShadowRoot): void {
    trees.push(new WeakRef(root));
    changes.watch(root);
    slices.add(search(root));
  }

  /** Some things change without telling: the address, rules of a sheet, roots attached late. */
  function recheck(): void {
    readAddress();
    roots.recheck();
    slices.add(lookAtSheets());
  }

  function* lookAtSheets(): Work {
    trees = trees.filter((tree) => tree.deref());
    for (const tree of trees) {
      const root = tree.deref();
      if (root) yield* sheets.look(root);
      yield;
    }
  }

  function everything(): void {
    for (const tree of trees) {
      const root = tree.deref();
      if (root) slices.add(search(root));
    }
  }

  function readAddress(): void {
    const now = document.location?.href ?? '';
    if (now === address) return;
    address = now;
    ground.take({ tag: '', slot: '#page', value: now });
  }

  function settle(): void {
    if (!slices.empty || changes.pending || sheets.pending > 0 || ledger.hasNews) return;
    const waiting = idlers;
    idlers = [];
    for (const resolve of waiting) resolve();
  }

  readAddress();
  begin(document);
  watchLoaded(ground, signal);
  const later = RECHECKS.map((after) => setTimeout(recheck, after));
  signal.addEventListener('abort', () => {
    for (const timer of later) clearTimeout(timer);
    for (const resolve of idlers.splice(0)) resolve();
  });
  document.addEventListener(
    'load',
    ({ target }) => {
      if ((target as Element | null)?.localName === 'link') recheck();
    },
    { capture: true, signal },
  );
  for (const event of ['popstate', 'hashchange']) {
    document.defaultView?.addEventListener(event, recheck, { signal });
  }

  return {
    elementOf: (key) => ledger.elementOf(key),
    sightings: () => ledger.all(),
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        settle();
      }),
  };
}
