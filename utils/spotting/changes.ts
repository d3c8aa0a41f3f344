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
  /** A tree that was added, or a text that was changed. */
  added(node: Node): Work;
  /** Whether earlier works still wait; then changes go on being gathered. */
  busy(): boolean;
  /** Called once for each batch, before its works are queued. */
  batch(): void;
  /** Too much changed to keep account of. */
  everything(): void;
}

/** Watches trees. Noticing only takes notes; they are worked off in slices. */
export class Changes {
  readonly #ground: Ground;
  readonly #response: Response;
  readonly #observer: MutationObserver;
  #nodes = new Set<Node>();
  #attributes = new Map<Element, Set<string>>();
  #overflow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ground: Ground, response: Response, signal: AbortSignal) {
    this.#ground = ground;
    this.#response = response;
    this.#observer = new MutationObserver((records) => this.#note(records));
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#forget();
    });
  }

  watch(root: Node): void {
    this.#observer.observe(root, EVERYTHING);
  }

  /** Whether there are changes that were not yet looked at. */
  get pending(): boolean {
    this.#note(this.#observer.takeRecords());
    return this.#timer !== undefined;
  }

  #note(records: MutationRecord[]): void {
    if (records.length === 0) return;
    if (!this.#overflow) for (const record of records) this.#noteOne(record);
    if (this.#nodes.size + this.#attributes.size > MOST_CHANGES) {
      this.#forget();
      this.#overflow = true;
    }
    this.#timer ??= setTimeout(() => this.#work(), this.#overflow ? BREATH : GATHER);
  }

  #noteOne({ type, target, attributeName, addedNodes }: MutationRecord): void {
    if (type === 'childList') {
      for (const node of addedNodes) this.#nodes.add(node);
    } else if (type === 'characterData') {
      this.#nodes.add(target);
    } else if (attributeName) {
      const names = this.#attributes.get(target as Element);
      if (names) names.add(attributeName);
      else this.#attributes.set(target as Element, new Set([attributeName]));
    }
  }

  #forget(): void {
    this.#nodes = new Set();
    this.#attributes = new Map();
  }

  #work(): void {
    this.#timer = undefined;
    if (this.#response.busy()) {
      this.#timer = setTimeout(() => this.#work(), GATHER);
      return;
    }
    const nodes = this.#nodes;
    const attributes = this.#attributes;
    this.#forget();
    this.#response.batch();
    if (this.#overflow) {
      this.#overflow = false;
      this.#response.everything();
      return;
    }
    this.#ground.queue(this.#changed(nodes, attributes));
  }

  *#changed(nodes: Set<Node>, attributes: Map<Element, Set<string>>): Work {
    for (const [element, names] of attributes) {
      for (const name of names) readAttribute(element, name, this.#ground);
      yield;
    }
    for (const node of nodes) {
      if (!coveredBy(nodes, node)) yield* this.#response.added(node);
      yield;
    }
  }
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
