import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';

/** How much of a sheet was read: enough to notice that rules were added or replaced. */
interface Seen {
  readonly count: number;
  readonly first: CSSRule | undefined;
  readonly last: CSSRule | undefined;
}

const MOST_REMOTE = 60;
const IMPORT = /@import\s{1,9}(?:url\()?\s{0,9}["']?([^"')\s;]{1,2000})/gi;
/** States and pseudo-elements in a selector; without them it selects the element itself. */
const STATES =
  /::?(?:before|after|marker|placeholder|hover|focus|focus-within|focus-visible|active|visited|checked)\b/g;

/** Fetches the text of a sheet that the page itself may not read. */
export type FetchStyleSheet = (url: string) => Promise<string | undefined>;

/** The search of style sheets. */
export interface Sheets {
  /** Reads the new rules in the sheets of a document or shadow root. */
  look(root: DocumentOrShadowRoot & ParentNode): Work;
  /** Whether sheets are being fetched. */
  pending(): boolean;
}

/**
 * Reads the rules of style sheets, never computed styles. Sheets of other origins are fetched only
 * if `worthFetching` returns true: if the page has anything of VOD.
 */
export function readSheets(
  ground: Ground,
  fetchText: FetchStyleSheet | undefined,
  worthFetching: () => boolean,
): Sheets {
  const seen = new WeakMap<CSSStyleSheet, Seen>();
  const remote = new Set<string>();
  let fetching = 0;

  function* look(root: DocumentOrShadowRoot & ParentNode): Work {
    for (const sheet of root.styleSheets) yield* readSheet(sheet, '#rule', root);
    for (const sheet of root.adoptedStyleSheets ?? []) yield* readSheet(sheet, '#adopted', root);
  }

  function* readSheet(sheet: CSSStyleSheet, slot: string, root: ParentNode): Work {
    const rules = rulesOf(sheet);
    if (!rules) {
      if (sheet.href) readRemote(sheet.href);
      return;
    }
    const count = rules.length;
    const first = rules[0];
    const last = rules[count - 1];
    const before = seen.get(sheet);
    if (before && before.count === count && before.first === first && before.last === last) return;
    seen.set(sheet, { count, first, last });
    const appended = before && before.first === first && rules[before.count - 1] === before.last;
    yield* readRules(rules, appended ? before.count : 0, slot, sheet.href ?? undefined, root);
  }

  function* readRules(
    rules: CSSRuleList,
    from: number,
    slot: string,
    base: string | undefined,
    root: ParentNode,
  ): Work {
    for (let at = from; at < rules.length; at++) {
      const rule = rules[at];
      if (!rule) continue;
      yield;
      if ('styleSheet' in rule) {
        const imported = (rule as CSSImportRule).styleSheet;
        if (imported) yield* readSheet(imported, slot, root);
      } else if ('cssRules' in rule && !('selectorText' in rule)) {
        yield* readRules((rule as CSSGroupingRule).cssRules, 0, slot, base, root);
      } else {
        const value = rule.cssText;
        if (ground.mentions(value)) {
          ground.take({ tag: '', slot, value, owner: () => ownerOf(rule, root) }, base);
        }
      }
    }
  }

  function readRemote(href: string): void {
    if (!fetchText || !worthFetching() || remote.has(href) || remote.size >= MOST_REMOTE) return;
    remote.add(href);
    fetching++;
    fetchText(href)
      .catch(() => undefined)
      .then((value) => {
        fetching--;
        ground.queue(readText(href, value ?? ''));
      });
  }

  function* readText(href: string, value: string): Work {
    if (ground.mentions(value)) ground.take({ tag: '', slot: '#remote', value }, href);
    yield;
    for (const [, imported] of value.matchAll(IMPORT)) {
      const url = imported && URL.parse(imported, href);
      if (url) readRemote(url.href);
    }
  }

  return { look, pending: () => fetching > 0 };
}

/** @returns undefined when the browser refuses, as it does for sheets of other origins. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return;
  }
}

/** The first element that a rule applies to, so that it can be shown. */
function ownerOf(rule: CSSRule, root: ParentNode): Element | undefined {
  if (!('selectorText' in rule)) return;
  try {
    return root.querySelector(String(rule.selectorText).replace(STATES, '')) ?? undefined;
  } catch {
    return;
  }
}
