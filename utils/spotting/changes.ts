import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';
import { readAttribute } from './survey.ts';

/** Changes are gathered for so long before they are looked at. */
const GATHER = 100;
/** More than this at once is dearer to keep than to search the page again. */
const MOST_CHANGES = 5000;
/** A page that changes without end is searched anew no oftener. */
const BREATH = 2000;

const EVERYTHING = { childList: true, subtree: true, attributes: true, characterData: true };

/** What to do about changes. */
export interface Response {
  /** Trees that were added, and texts that were changed. */
  added(nodes: Iterable<Node>): Work;
  /** Whether earlier works still wait; then changes go on being gathered. */
  busy(): boolean;
  /** Called once for each batch, before its works are queued. */
  batch(): void;
  /** The whole page, where too much changed to keep account of. */
  everything(): Work;
}

/** The watch over the trees of a page. */
export interface Changes {
  watch(root: Node): void;
  /** Whether there are changes that were not yet looked at. */
  pending(): boolean;
}

/** Watches trees. Noticing only takes notes; they are worked off in slices. */
export function watchChanges(ground: Ground, response: Response, signal: AbortSignal): Changes {
  let nodes = new Set<Node>();
  let attributes = new Map<Element, Set<string>>();
  let overflow = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(note);

  function note(records: MutationRecord[]): void {
    if (records.length === 0) return;
    if (!overflow) for (const record of records) noteOne(record);
    if (nodes.size + attributes.size > MOST_CHANGES) {
      forget();
      overflow = true;
    }
    timer ??= setTimeout(work, overflow ? BREATH : GATHER);
  }

  function noteOne({ type, target, attributeName, addedNodes }: MutationRecord): void {
    if (type === 'childList') {
      for (const node of addedNodes) nodes.add(node);
    } else if (type === 'characterData') {
      nodes.add(target);
    } else if (attributeName) {
      const names = attributes.get(target as Element);
      if (names) names.add(attributeName);
      else attributes.set(target as Element, new Set([attributeName]));
    }
  }

  function forget(): void {
    nodes = new Set();
    attributes = new Map();
  }

  function work(): void {
    timer = undefined;
    if (response.busy()) {
      timer = setTimeout(work, GATHER);
      return;
    }
    const changed = [nodes, attributes] as const;
    forget();
    response.batch();
    ground.queue(overflow ? response.everything() : read(...changed));
    overflow = false;
  }

  function* read(added: Set<Node>, changed: Map<Element, Set<string>>): Work {
    for (const [element, names] of changed) {
      for (const name of names) readAttribute(element, name, ground);
      yield;
    }
    yield* response.added([...added].filter((node) => !coveredBy(added, node)));
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
    forget();
  });

  return {
    watch: (root) => observer.observe(root, EVERYTHING),
    pending() {
      note(observer.takeRecords());
      return timer !== undefined;
    },
  };
}

/** Whether a node stands in a tree that is searched anyway. */
function coveredBy(nodes: ReadonlySet<Node>, node: Node): boolean {
  let parent = node.parentNode;
  for (let steps = 0; parent && steps < 64; steps++) {
    if (nodes.has(parent)) return true;
    parent = parent.parentNode;
  }
  return false;
}
