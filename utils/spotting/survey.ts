import type { Ground } from './ground.ts';
import { namesId } from './mention.ts';
import type { Work } from './slices.ts';

/** Most elements whose markup is tested as one string: about one card of a list. */
const CHUNK = 48;
/** Depth where such chunks begin: below `html` and `body`, which may contain very much text. */
const TRUNK = 2;
/** Deeper trees are walked: counting the descendants of each of their elements is too slow. */
const DEEP = 64;
/** Characters of markup for about one element: an estimate instead of a count. */
const LETTERS = 64;
/** How many items of a list are searched closely for shadow roots; the rest is like them. */
const SAMPLE = 32;
/** ELEMENT | TEXT | CDATA | COMMENT. */
const SHOW = 0x8d;

/** A pass over some trees: how many nodes it may still visit, and how many siblings were alike. */
export interface Pass {
  left: number;
  parent: Node | null;
  name: string;
  alike: number;
}

/** Creates a pass over at most this many nodes. */
export function passOf(nodes: number): Pass {
  return { left: nodes, parent: null, name: '', alike: 0 };
}

/**
 * Searches a tree. In a page, nodes cost more time than text, because a script needs an object for
 * each. So the browser turns small subtrees into markup, which is tested as one string, and only
 * subtrees that mention something are walked.
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
    // A form field named `outerHTML` hides the property.
    if (typeof markup !== 'string') return yield* walk(node, ground, pass, true);
    pass.left -= 1 + markup.length / LETTERS;
    ground.look(node, markup, pass.alike < SAMPLE);
    if (ground.mentions(markup)) yield* walk(node, ground, pass);
    // After about every 16 kB the page's own tasks may run.
    if (pass.left >> 8 !== left >> 8) yield true;
  } else if (depth > DEEP) {
    yield* walk(node, ground, pass, true);
  } else {
    readAttributes(node, ground);
    ground.look(node);
    yield* surveyChildren(node, ground, pass, depth + 1);
  }
}

/** Whether an element has too many descendants for one string. Counts no further than needed. */
function isLarge(element: Element): boolean {
  const { childElementCount } = element;
  return childElementCount > CHUNK || element.getElementsByTagName('*').item(CHUNK) !== null;
}

/** Counts the siblings of the same name right before an element. */
function countAlike({ localName }: Element, pass: Pass, parent: Node | null): void {
  pass.alike = parent === pass.parent && localName === pass.name ? pass.alike + 1 : 0;
  pass.parent = parent;
  pass.name = localName;
}

/** An element without child elements may still contain a million texts, too many for one string. */
function onlyManyTexts(element: Element): boolean {
  return element.childElementCount === 0 && element.firstChild !== element.lastChild;
}

/** Uses a walker, because the names of form fields may hide `nextSibling` and other properties. */
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
    // The page may have removed the next one meanwhile.
    if (next && next.parentNode !== parent && restarts-- > 0) {
      walker.currentNode = parent;
      child = walker.firstChild();
    }
  }
}

/** Reads every attribute and text of a tree; with `look` also looks for shadow roots. */
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
      // A form whose fields hide the properties that are read; its fields come next.
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

/** Reads one attribute, if its value mentions something or its name may hold ids. */
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

/** Whether a node is an element. `instanceof` would fail for nodes of other frames. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
