import type { Ground } from './ground.ts';
import { namesId } from './mention.ts';
import type { Work } from './slices.ts';

/** Elements whose markup is tested as one string; about the size of one card of a list. */
const CHUNK = 48;
/** Chunks are cut below `html` and `body`, which may hold very much text of their own. */
const TRUNK = 2;
/** Deeper trees are only walked: counting below each of their elements would cost too much. */
const DEEP = 64;
/** So many siblings that look the same are believed to be of the same size before one is counted. */
const TRUST = 64;
/** ELEMENT | TEXT | CDATA | COMMENT. */
const SHOW = 0x8d;

/** One go over some trees: how many nodes it may still visit, and how large the last siblings were. */
export interface Pass {
  left: number;
  tag: string;
  className: string;
  size: number;
  trust: number;
}

/** Starts a go over at most so many nodes. */
export function passOf(nodes: number): Pass {
  return { left: nodes, tag: '', className: '', size: 0, trust: 0 };
}

/**
 * Searches a tree. What costs time in a page is not text but nodes, each of which needs an object
 * on our side; so small subtrees are turned into markup by the browser and tested as one string,
 * and only those that mention something are walked.
 */
export function* survey(node: Node, ground: Ground, pass: Pass, depth = TRUNK): Work {
  if (pass.left < 0) return;
  if (!isElement(node)) {
    pass.left--;
    readData(node, ground);
    yield* surveyChildren(node, ground, pass, depth);
    return;
  }
  const size = sizeOf(node, pass);
  if (size <= CHUNK && depth >= TRUNK && !onlyManyTexts(node)) {
    pass.left -= size + 1;
    const markup = node.outerHTML;
    ground.learn(markup);
    if (ground.mentions(markup)) yield* walk(node, ground, pass);
  } else if (depth > DEEP) {
    yield* walk(node, ground, pass);
  } else {
    readAttributes(node, ground, false);
    yield* surveyChildren(node, ground, pass, depth + 1);
  }
}

/** How many elements are below one. Counting is dear, and the cards of a list are much alike. */
function sizeOf(element: Element, pass: Pass): number {
  if (element.childElementCount === 0) return 0;
  const { localName } = element;
  // The later classes of a card often tell one from another.
  const className = element.className.toString().split(' ', 1)[0] ?? '';
  if (pass.trust > 0 && localName === pass.tag && className === pass.className) {
    pass.trust--;
    return pass.size;
  }
  const size = element.querySelectorAll('*').length;
  if (className) Object.assign(pass, { tag: localName, className, size, trust: TRUST });
  return size;
}

/** An element without elements may still hold a million texts, too many for one string. */
function onlyManyTexts(element: Element): boolean {
  return element.childElementCount === 0 && element.firstChild !== element.lastChild;
}

/** A walker, because the fields of a form may hide `nextSibling` and all else behind their names. */
function* surveyChildren(parent: Node, ground: Ground, pass: Pass, depth: number): Work {
  const walker = ground.document.createTreeWalker(parent, SHOW);
  let restarts = 3;
  let child = walker.firstChild();
  for (let n = 1; child && pass.left >= 0; n++) {
    const next = walker.nextSibling();
    if (isElement(child)) {
      try {
        yield* survey(child, ground, pass, depth);
      } catch {
        yield* walk(child, ground, pass);
      }
      yield;
    } else {
      pass.left--;
      readData(child, ground);
      if (n % 64 === 0) yield;
    }
    child = next;
    // The page may have taken the next one away meanwhile.
    if (next && next.parentNode !== parent && restarts-- > 0) {
      walker.currentNode = parent;
      child = walker.firstChild();
    }
  }
}

/** Reads every attribute and text of a tree. */
function* walk(root: Node, ground: Ground, pass: Pass, inert = false): Work {
  const walker = ground.document.createTreeWalker(root, SHOW);
  let node: Node | null = root;
  for (let steps = 1; node && pass.left >= 0; steps++) {
    try {
      readNode(node, ground, inert);
    } catch {
      // A form whose fields hide what is asked of it; its fields come next.
    }
    if (node instanceof HTMLTemplateElement) yield* walk(node.content, ground, pass, true);
    if (steps % 32 === 0) {
      pass.left -= 32;
      yield;
    }
    node = walker.nextNode();
  }
}

function readNode(node: Node, ground: Ground, inert: boolean): void {
  if (isElement(node)) readAttributes(node, ground, inert);
  else readData(node, ground, inert);
}

function readAttributes(element: Element, ground: Ground, inert: boolean): void {
  ground.learn(`<${element.localName}`);
  for (const slot of element.getAttributeNames()) readAttribute(element, slot, ground, inert);
}

/** Reads one attribute, if it mentions anything. */
export function readAttribute(element: Element, slot: string, ground: Ground, inert = false): void {
  const value = element.getAttribute(slot);
  if (value && (ground.mentions(value) || namesId(slot))) {
    ground.take({ tag: element.localName, slot, value, element, inert });
  }
}

/** Reads a text or a comment; other nodes have no data. */
function readData(node: Node, ground: Ground, inert = false): void {
  const value = node.nodeValue;
  if (!value || !ground.mentions(value)) return;
  const element = node.parentElement ?? undefined;
  const slot = node.nodeType === Node.COMMENT_NODE ? '#comment' : '#text';
  ground.take({ tag: element?.localName ?? '', slot, value, element, inert });
}

/** Whether a node is an element; nodes of other frames are no instances of this frame's classes. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
