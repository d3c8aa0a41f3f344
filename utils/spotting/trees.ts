import type { Changes } from './changes.ts';
import type { Ground } from './ground.ts';
import type { Roots } from './roots.ts';
import type { Sheets } from './sheets.ts';
import type { Work } from './slices.ts';
import { passOf, survey } from './survey.ts';

const NODE_CAP = 1_000_000;
const MOST_ROOTS = 10_000;

type Tree = Document | ShadowRoot;

/** The trees of a page that are searched: its document and the shadow roots in it. */
export interface Trees {
  /** Searches a tree and follows its changes; does nothing when there are too many trees. */
  enter(tree: Tree): void;
  /** Searches nodes that were added to some tree. */
  added(nodes: Iterable<Node>): Work;
  /** Searches every tree again. */
  everything(): Work;
  /** Reads the new rules in the style sheets of every tree. */
  lookAtSheets(): Work;
  /** Asks every element of every tree for a shadow root. */
  sweep(): Work;
}

/** The limit of nodes, and a callback for it. */
export interface Cap {
  readonly nodeCap?: number;
  /** Called once, when the page has more nodes than this limit. */
  onCapped?(nodes: number): void;
}

/** Keeps the trees of a page, and runs each kind of search in all of them. */
export function searchTrees(
  ground: Ground,
  sheets: Sheets,
  roots: Roots,
  watch: Changes['watch'],
  { nodeCap = NODE_CAP, onCapped }: Cap,
): Trees {
  let trees: WeakRef<Tree>[] = [];
  let capped = false;

  function* searchNode(node: Node, pass = passOf(nodeCap)): Work {
    yield* survey(node, ground, pass, undefined, node === ground.document ? 0 : undefined);
    if (pass.left < 0 && !capped) {
      capped = true;
      onCapped?.(nodeCap);
    }
  }

  function* search(tree: Tree): Work {
    yield* searchNode(tree);
    yield* sheets.look(tree);
  }

  function* each(look: (tree: Tree) => Work): Work {
    trees = trees.filter((tree) => tree.deref());
    for (const tree of [...trees]) {
      const living = tree.deref();
      if (living) yield* look(living);
      yield;
    }
  }

  return {
    enter(tree) {
      if (trees.length >= MOST_ROOTS) return;
      trees.push(new WeakRef(tree));
      watch(tree);
      ground.queue(search(tree));
    },
    *added(nodes) {
      const pass = passOf(nodeCap);
      for (const node of nodes) {
        yield* searchNode(node, pass);
        yield;
      }
    },
    everything: () => each(search),
    lookAtSheets: () => each(sheets.look),
    sweep: () => each(roots.sweep),
  };
}
