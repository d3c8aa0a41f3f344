import type { Ground } from './ground.ts';
import { mentions, namesId } from './mention.ts';
import type { Work } from './slices.ts';

/** Elements whose markup is tested as one string; about the size of one card of a list. */
const CHUNK = 48;
/** Chunks are cut below `html` and `body`, which may hold very much text of their own. */
const TRUNK = 2;
/** Deeper trees are only walked: counting below each of their elements would cost too much. */
const DEEP = 64;
const MANY_CHILDREN = 1000;
/** ELEMENT | TEXT | CDATA | COMMENT. */
const SHOW = 0x8d;

/** The nodes that one search may still visit. */
export interface Budget {
  left: number;
}

/**
 * Searches a tree. What costs time in a page is not text but nodes, each of which needs an object
 * on our side; so small subtrees are turned into markup by the browser and tested as one string,
 * and only those that mention something are walked.
 */
export function* survey(node: Node, ground: Ground, budget: Budget, depth = TRUNK): Work {
  if (budget.left < 0) return;
  if (!isElement(node)) {
    budget.left--;
    readData(node, ground);
    yield* surveyChildren(node, ground, budget, depth);
    return;
  }
  const size = node.childElementCount && node.querySelectorAll('*').length;
  if (size <= CHUNK && depth >= TRUNK && node.childNodes.length <= MANY_CHILDREN) {
    budget.left -= size + 1;
    const markup = node.outerHTML;
    ground.learn(markup);
    if (mentions(markup)) yield* walk(node, ground, budget);
  } else if (depth > DEEP) {
    yield* walk(node, ground, budget);
  } else {
    readAttributes(node, ground, false);
    yield* surveyChildren(node, ground, budget, depth + 1);
  }
}

function* surveyChildren(parent: Node, ground: Ground, budget: Budget, depth: number): Work {
  let restarts = 3;
  let child = parent.firstChild;
  while (child && budget.left >= 0) {
    const next: ChildNode | null = child.nextSibling;
    if (isElement(child)) {
      yield* survey(child, ground, budget, depth);
    } else {
      budget.left--;
      readData(child, ground);
    }
    yield;
    // The page may have taken the next one away meanwhile.
    child = !next || next.parentNode === parent || restarts-- === 0 ? next : parent.firstChild;
  }
}

/** Reads every attribute and text of a tree. */
function* walk(root: Node, ground: Ground, budget: Budget, inert = false): Work {
  const walker = ground.document.createTreeWalker(root, SHOW);
  let node: Node | null = root;
  for (let steps = 1; node && budget.left >= 0; steps++) {
    if (isElement(node)) {
      readAttributes(node, ground, inert);
      if (node.localName === 'template') {
        yield* walk((node as HTMLTemplateElement).content, ground, budget, true);
      }
    } else {
      readData(node, ground, inert);
    }
    if (steps % 32 === 0) {
      budget.left -= 32;
      yield;
    }
    node = walker.nextNode();
  }
}

function readAttributes(element: Element, ground: Ground, inert: boolean): void {
  ground.learn(`<${element.localName}`);
  for (const slot of element.getAttributeNames()) readAttribute(element, slot, ground, inert);
}

/** Reads one attribute, if it mentions anything. */
export function readAttribute(element: Element, slot: string, ground: Ground, inert = false): void {
  const value = element.getAttribute(slot);
  if (value && (mentions(value) || namesId(slot))) {
    ground.take({ tag: element.localName, slot, value, element, inert });
  }
}

/** Reads a text or a comment; other nodes have no data. */
function readData(node: Node, ground: Ground, inert = false): void {
  const value = node.nodeValue;
  if (!value || !mentions(value)) return;
  const element = node.parentElement ?? undefined;
  const slot = node.nodeType === Node.COMMENT_NODE ? '#comment' : '#text';
  ground.take({ tag: element?.localName ?? '', slot, value, element, inert });
}

/** Whether a node is an element; nodes of other frames are no instances of this frame's classes. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
