import type { Ground } from './ground.ts';
import { namesId } from './mention.ts';
import type { Work } from './slices.ts';

/** Elements whose markup is tested as one string; about the size of one card of a list. */
const CHUNK = 48;
/** Chunks are cut below `html` and `body`, which may hold very much text of their own. */
const TRUNK = 2;
/** Deeper trees are only walked: counting below each of their elements would cost too much. */
const DEEP = 64;
/** Markup that makes about one element; they are not counted one by one. */
const LETTERS = 64;
/** So many items of a list are looked at closely for shadow roots; the rest is like them. */
const SAMPLE = 32;
/** ELEMENT | TEXT | CDATA | COMMENT. */
const SHOW = 0x8d;

/** One go over some trees: how many nodes it may still visit, and how long the list is that it is in. */
export interface Pass {
  left: number;
  parent: Node | null;
  name: string;
  alike: number;
}

/** Starts a go over at most so many nodes. */
export function passOf(nodes: number): Pass {
  return { left: nodes, parent: null, name: '', alike: 0 };
}

/**
 * Searches a tree. What costs time in a page is not text but nodes, each of which needs an object
 * on our side; so small subtrees are turned into markup by the browser and tested as one string,
 * and only those that mention something are walked.
 */
export function* survey(
  node: Node,
  ground: Ground,
  pass: Pass,
  parent: Node | null = node.parentNode,
  depth = TRUNK,
): Work {
  if (pass.left < 0) return;
  if (!isElement(node)) {
    pass.left--;
    readData(node, ground);
    if (node.hasChildNodes()) yield* surveyChildren(node, ground, pass, depth);
    return;
  }
  countAlike(node, pass, parent);
  if (depth >= TRUNK && !isLarge(node) && !onlyManyTexts(node)) {
    const { left } = pass;
    const markup = node.outerHTML;
    // A field of a form may stand in its place.
    if (typeof markup !== 'string') return yield* walk(node, ground, pass, true);
    pass.left -= 1 + markup.length / LETTERS;
    ground.look(node, markup, pass.alike < SAMPLE);
    if (ground.mentions(markup)) yield* walk(node, ground, pass);
    // After every 16 kB or so the page gets a chance to take over.
    if (pass.left >> 8 !== left >> 8) yield true;
  } else if (depth > DEEP) {
    yield* walk(node, ground, pass, true);
  } else {
    readAttributes(node, ground);
    ground.look(node);
    yield* surveyChildren(node, ground, pass, depth + 1);
  }
}

/** Whether too much is below an element for one string; asked so that it never counts further. */
function isLarge(element: Element): boolean {
  const { childElementCount } = element;
  return childElementCount > CHUNK || element.getElementsByTagName('*').item(CHUNK) !== null;
}

/** How many siblings of the same name came right before an element. */
function countAlike({ localName }: Element, pass: Pass, parent: Node | null): void {
  pass.alike = parent === pass.parent && localName === pass.name ? pass.alike + 1 : 0;
  pass.parent = parent;
  pass.name = localName;
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
        yield* survey(child, ground, pass, parent, depth);
      } catch {
        yield* walk(child, ground, pass, true);
      }
    } else {
      pass.left--;
      readData(child, ground);
    }
    if (n % 64 === 0) yield;
    child = next;
    // The page may have taken the next one away meanwhile.
    if (next && next.parentNode !== parent && restarts-- > 0) {
      walker.currentNode = parent;
      child = walker.firstChild();
    }
  }
}

/** Reads every attribute and text of a tree, and looks for shadow roots where nobody did. */
function* walk(root: Node, ground: Ground, pass: Pass, look = false, inert = false): Work {
  const walker = ground.document.createTreeWalker(root, SHOW);
  let node: Node | null = root;
  for (let steps = 1; node && pass.left >= 0; steps++) {
    try {
      if (isElement(node)) {
        if (look) ground.look(node);
        readAttributes(node, ground, inert);
      } else readData(node, ground, inert);
    } catch {
      // A form whose fields hide what is asked of it; its fields come next.
    }
    if (node instanceof HTMLTemplateElement) yield* walk(node.content, ground, pass, false, true);
    if (steps % 32 === 0) {
      pass.left -= 32;
      yield;
    }
    node = walker.nextNode();
  }
}

function readAttributes(element: Element, ground: Ground, inert = false): void {
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
