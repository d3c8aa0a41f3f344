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
/** What a selector may say besides which element it means. */
const STATES =
  /::?(?:before|after|marker|placeholder|hover|focus|focus-within|focus-visible|active|visited|checked)\b/g;

/** Fetches a sheet's text where the page itself may not read it. */
export type FetchStyleSheet = (url: string) => Promise<string | undefined>;

/** Reads the rules of style sheets, never what they compute to. */
export class Sheets {
  readonly #ground: Ground;
  readonly #fetch: FetchStyleSheet | undefined;
  readonly #seen = new WeakMap<CSSStyleSheet, Seen>();
  readonly #remote = new Set<string>();
  /** Sheets that are being fetched. */
  pending = 0;

  constructor(ground: Ground, fetch: FetchStyleSheet | undefined) {
    this.#ground = ground;
    this.#fetch = fetch;
  }

  /** Reads what is new among the sheets of a document or shadow root. */
  *look(root: DocumentOrShadowRoot & ParentNode): Work {
    for (const sheet of root.styleSheets) yield* this.#sheet(sheet, '#rule', root);
    for (const sheet of root.adoptedStyleSheets ?? []) yield* this.#sheet(sheet, '#adopted', root);
  }

  *#sheet(sheet: CSSStyleSheet, slot: string, root: ParentNode): Work {
    const rules = rulesOf(sheet);
    if (!rules) {
      if (sheet.href) this.#fetchText(sheet.href);
      return;
    }
    const count = rules.length;
    const first = rules[0];
    const last = rules[count - 1];
    const seen = this.#seen.get(sheet);
    if (seen && seen.count === count && seen.first === first && seen.last === last) return;
    this.#seen.set(sheet, { count, first, last });
    const appended = seen && seen.first === first && rules[seen.count - 1] === seen.last;
    yield* this.#rules(rules, appended ? seen.count : 0, slot, sheet.href ?? undefined, root);
  }

  *#rules(
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
        if (imported) yield* this.#sheet(imported, slot, root);
      } else if ('cssRules' in rule && !('selectorText' in rule)) {
        yield* this.#rules((rule as CSSGroupingRule).cssRules, 0, slot, base, root);
      } else {
        const value = rule.cssText;
        this.#ground.take({ tag: '', slot, value, owner: () => ownerOf(rule, root) }, base);
      }
    }
  }

  #fetchText(href: string): void {
    if (!this.#fetch || this.#remote.has(href) || this.#remote.size >= MOST_REMOTE) return;
    this.#remote.add(href);
    this.pending++;
    this.#fetch(href)
      .catch(() => undefined)
      .then((value) => {
        this.pending--;
        this.#ground.queue(this.#text(href, value ?? ''));
      });
  }

  *#text(href: string, value: string): Work {
    this.#ground.take({ tag: '', slot: '#remote', value }, href);
    yield;
    for (const [, imported] of value.matchAll(IMPORT)) {
      const url = imported && URL.parse(imported, href);
      if (url) this.#fetchText(url.href);
    }
  }
}

/** The browser refuses the rules of other origins. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | undefined {
  try {
    return sheet.cssRules;
  } catch {
    return;
  }
}

/** Some element that a rule is for, so that it can be shown. */
function ownerOf(rule: CSSRule, root: ParentNode): Element | undefined {
  if (!('selectorText' in rule)) return;
  try {
    return root.querySelector(String(rule.selectorText).replace(STATES, '')) ?? undefined;
  } catch {
    return;
  }
}
