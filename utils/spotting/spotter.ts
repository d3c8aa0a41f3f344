import type { Site } from './carriers/carrier.ts';
import { watchChanges } from './changes.ts';
import type { Ground } from './ground.ts';
import { Ledger } from './ledger.ts';
import { watchLoaded } from './loaded.ts';
import { mentionsFor } from './mention.ts';
import { PIECE, pieces } from './pieces.ts';
import { read } from './read.ts';
import { startReporter } from './reporter.ts';
import { findRoots, type ShadowRootOf } from './roots.ts';
import { type FetchStyleSheet, readSheets } from './sheets.ts';
import type { Sighting } from './sighting.ts';
import { type Gauges, startSlices, type Work } from './slices.ts';
import { isOwnHost } from './standing.ts';
import { passOf, survey } from './survey.ts';

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
  /**
   * Hosts that some account of the person owns. Loose paths are then reported only there, and a page
   * of look-alikes costs nothing; without it all loose ones are reported.
   */
  readonly ownHosts?: readonly string[];
  /** Ends everything. */
  readonly signal: AbortSignal;
  readonly nodeCap?: number;
}

/** A search of one document that goes on until its signal ends it. */
export interface Spotter {
  /** The element of a sighting, while it is on the page. */
  elementOf(key: string): Element | undefined;
  sightings(): readonly Sighting[];
  /** The person wants to know now: searches for a while though the page is hidden. */
  hurry(): void;
  /** Resolves when nothing is left to search and everything was reported. */
  idle(): Promise<void>;
}

const NODE_CAP = 1_000_000;
const MOST_ROOTS = 10_000;
const MOST_SWEEPS = 5;
const SWEEP_PAUSE = 5000;
/** When, after something came, elements without a shadow root are asked again, in ms. */
const RECHECKS = [300, 1000, 3000, 10_000];

/** Searches a document for VOD images and ids, and everything that it becomes. */
export function startSpotter(options: SpotterOptions): Spotter {
  const { document, signal, nodeCap = NODE_CAP, ownHosts } = options;
  const pageIsOwn = isOwnHost(document.location?.host ?? '', ownHosts ?? []);
  const mentions = mentionsFor(ownHosts, pageIsOwn);
  const ledger = new Ledger();
  const wake = startReporter(ledger, options.report, settle, signal);
  const slices = startSlices(document, signal, settle, options);
  let trees: WeakRef<Document | ShadowRoot>[] = [];
  let idlers: (() => void)[] = [];
  let capped = false;
  let sweeps = 0;
  let nextSweep = 0;
  let address = '';
  let later: ReturnType<typeof setTimeout>[] = [];

  const ground: Ground = {
    document,
    mentions,
    queue: (work) => slices.add(work),
    take(site, base) {
      if (site.value.length > PIECE) slices.add(takeLong(site, base));
      else takeOne(site, base);
    },
    enter(root) {
      if (trees.length < MOST_ROOTS) begin(root);
    },
    look: (element, markup, all) => roots.look(element, markup, all),
  };
  const roots = findRoots(ground, options.shadowRootOf ?? (() => null));
  const sheets = readSheets(ground, options.fetchStyleSheet, () => ledger.size > 0);
  const changes = watchChanges(
    ground,
    { busy: () => !slices.empty(), batch, added, everything },
    signal,
  );

  function takeOne(site: Site, base = document.baseURI): void {
    for (const find of read(site, base)) {
      const { image } = find;
      if (ownHosts && image?.certainty === 'loose' && !isOwnHost(image.host, ownHosts)) continue;
      const first = ledger.size === 0;
      if (!ledger.add(find, site.element ?? site.owner?.())) continue;
      if (first) slices.add(lookAtSheets());
      wake();
      if (site.slot === '#loaded' && performance.now() >= nextSweep) {
        nextSweep = performance.now() + SWEEP_PAUSE;
        slices.add(sweep());
      }
    }
  }

  function* takeLong(site: Site, base?: string): Work {
    for (const value of pieces(site.value)) {
      if (mentions(value)) takeOne({ ...site, value }, base);
      yield true;
    }
  }

  function* tree(node: Node, pass = passOf(nodeCap)): Work {
    yield* survey(node, ground, pass, undefined, node === document ? 0 : undefined);
    if (pass.left < 0 && !capped) {
      capped = true;
      options.onCapped?.(nodeCap);
    }
  }

  function* added(nodes: Iterable<Node>): Work {
    const pass = passOf(nodeCap);
    for (const node of nodes) {
      yield* tree(node, pass);
      yield;
    }
  }

  /** Something was loaded that stands nowhere: perhaps in a closed root where none was expected. */
  function* sweep(): Work {
    // What waited in the queue before this may have found it.
    if (!ledger.hasStray || sweeps++ >= MOST_SWEEPS) return;
    for (const root of living()) yield* roots.sweep(root);
  }

  function living(): (Document | ShadowRoot)[] {
    return trees.flatMap((tree) => tree.deref() ?? []);
  }

  function* search(root: Document | ShadowRoot): Work {
    yield* tree(root);
    yield* sheets.look(root);
  }

  function begin(root: Document | ShadowRoot): void {
    trees.push(new WeakRef(root));
    changes.watch(root);
    slices.add(search(root));
  }

  /** What a script has added may get its root when another script has come. */
  function batch(): void {
    recheck();
    expectMore();
  }

  function expectMore(): void {
    for (const timer of later) clearTimeout(timer);
    later = RECHECKS.map((after) => setTimeout(recheck, after));
  }

  /** Some things change without telling: the address, rules of a sheet, roots attached late. */
  function recheck(): void {
    readAddress();
    roots.recheck();
    slices.add(lookAtSheets());
  }

  function* lookAtSheets(): Work {
    trees = trees.filter((tree) => tree.deref());
    for (const root of living()) {
      yield* sheets.look(root);
      yield;
    }
  }

  function everything(): void {
    for (const root of living()) slices.add(search(root));
  }

  function readAddress(): void {
    const now = document.location?.href ?? '';
    if (now === address) return;
    address = now;
    ground.take({ tag: '', slot: '#page', value: now });
  }

  function settle(): void {
    if (!slices.empty() || changes.pending() || sheets.pending() || ledger.hasNews) return;
    const waiting = idlers;
    idlers = [];
    for (const resolve of waiting) resolve();
  }

  readAddress();
  begin(document);
  watchLoaded(ground, signal);
  expectMore();
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
  const view = document.defaultView as (Window & { navigation?: EventTarget }) | null;
  view?.navigation?.addEventListener('currententrychange', recheck, { signal });
  for (const event of ['popstate', 'hashchange'])
    view?.addEventListener(event, recheck, { signal });

  return {
    elementOf: (key) => ledger.elementOf(key),
    sightings: () => ledger.all(),
    hurry: () => slices.hurry(),
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        settle();
      }),
  };
}
