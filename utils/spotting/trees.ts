import type { Changes } from './changes.ts';
import type { Ground } from './ground.ts';
import type { Roots } from './roots.ts';
import type { Sheets } from './sheets.ts';
import type { Work } from './slices.ts';
import { passOf, survey } from './survey.ts';

const NODE_CAP = 1_000_000;
const MOST_ROOTS = 10_000;

type Tree = Document | ShadowRoot;

/** What is searched of a page: its document and the shadow roots in it. */
export interface Trees {
  /** Searches a tree and follows its changes; beyond a limit none is taken any more. */
  enter(tree: Tree): void;
  /** Searches what was added to some tree. */
  added(nodes: Iterable<Node>): Work;
  /** Searches every tree again. */
  everything(): Work;
  /** Reads what is new among the style sheets of every tree. */
  lookAtSheets(): Work;
  /** Asks every element of every tree for a shadow root. */
  sweep(): Work;
}

/** What is told of the limit of nodes. */
export interface Cap {
  readonly nodeCap?: number;
  /** The page has more nodes than are searched. */
  onCapped?(nodes: number): void;
}

/** Keeps the trees of a page, and does what is to be done in each of them. */
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
