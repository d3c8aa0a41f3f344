import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';
import { readAttribute } from './survey.ts';

/** How long changes are gathered before they are read, in ms. */
const GATHER = 100;
/** With more changes, searching the whole page again costs less than keeping each of them. */
const MOST_CHANGES = 5000;
/** Wait before a page with too many changes is searched again, in ms. */
const BREATH = 2000;

const EVERYTHING = { childList: true, subtree: true, attributes: true, characterData: true };

/** How the spotter responds to changes. */
export interface Response {
  /** Searches trees that were added, and texts that were changed. */
  added(nodes: Iterable<Node>): Work;
  /** Whether earlier work is still queued; more changes are gathered until it is done. */
  busy(): boolean;
  /** Called once for each batch, before its work is queued. */
  batch(): void;
  /** Searches the whole page, after too many changes. */
  everything(): Work;
}

/** The observer of the trees of a page. */
export interface Changes {
  watch(root: Node): void;
  /** Whether there are changes that were not read yet. */
  pending(): boolean;
}

/** Observes trees. The callback only notes changes; they are read later, in slices. */
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

/** Whether a node is inside another one of the nodes, and so is searched with it. */
function coveredBy(nodes: ReadonlySet<Node>, node: Node): boolean {
  let parent = node.parentNode;
  for (let steps = 0; parent && steps < 64; steps++) {
    if (nodes.has(parent)) return true;
    parent = parent.parentNode;
  }
  return false;
}
