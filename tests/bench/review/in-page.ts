/** When a page became usable, in milliseconds since its navigation started. */
export interface Opened {
  /** The first row is in the document and visible. */
  readonly row: number;
  /** A key press has moved the active row. */
  readonly usable: number;
  /** The frame that shows the move was rendered. */
  readonly shown: number;
}

/** How a list scrolled. */
export interface Scrolled {
  readonly rows: number;
  /** Milliseconds between one frame and the next. */
  readonly intervals: readonly number[];
  /** Frames in which the middle of the list showed no row. */
  readonly blank: number;
  /** The largest number of elements in the document. */
  readonly elements: number;
}

declare global {
  interface Window {
    opened?: Promise<Opened>;
    typed?: Promise<number>;
  }
}

/** Runs in a page before the page's own code: presses a key in the list as soon as it has rows. */
export function watchOpening(): void {
  const once = (there: () => Element | null): Promise<Element> =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        const found = there();
        if (found === null) return;
        observer.disconnect();
        done(found);
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
  window.opened = (async () => {
    const first = await once(() => {
      const found = document.querySelector('[role=grid] [role=row]');
      return found?.checkVisibility({ opacityProperty: true }) === true ? found : null;
    });
    const row = performance.now();
    const grid = first.closest<HTMLElement>('[role=grid]');
    // In a separate task, as a real key press is.
    setTimeout(() => {
      grid?.focus();
      grid?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
      );
    });
    await once(() => document.querySelector('[role=grid][aria-activedescendant]'));
    const usable = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return { row, usable, shown: performance.now() };
  })();
}

/** Runs in a page: scrolls the list evenly from top to bottom in this time. */
export function scrollThrough(milliseconds: number): Promise<Scrolled> {
  const grid = document.querySelector('[role=grid]');
  if (grid === null) throw new Error('There is no list');
  const { left, top, width, height } = grid.getBoundingClientRect();
  const end = grid.scrollHeight - grid.clientHeight;
  const times: number[] = [];
  let blank = 0;
  let elements = 0;
  return new Promise((done) => {
    const frame = (now: number) => {
      times.push(now);
      const [first = now] = times;
      const middle = document.elementFromPoint(left + width / 2, top + height / 2);
      if (middle?.closest('[role=row]') == null) blank += 1;
      elements = Math.max(elements, document.getElementsByTagName('*').length);
      const share = (now - first) / milliseconds;
      grid.scrollTop = end * Math.min(1, share);
      if (share < 1) {
        requestAnimationFrame(frame);
        return;
      }
      const intervals = times.slice(1).map((time, at) => time - (times[at] ?? time));
      done({ rows: Number(grid.getAttribute('aria-rowcount')), intervals, blank, elements });
    };
    requestAnimationFrame(frame);
  });
}

/** Runs in a page: measures the time from the next key press until the number of rows changes. */
export function watchTyping(): void {
  document.querySelector<HTMLElement>('input[type=search]')?.focus();
  window.typed = new Promise((done) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done(performance.now() - timeStamp);
        });
        observer.observe(document, { attributeFilter: ['aria-rowcount'], subtree: true });
      },
      { once: true, capture: true },
    );
  });
}

/** The style and markup of a page, to build the same page without its code. */
export interface Looks {
  readonly css: string;
  readonly html: string;
  readonly row: string;
}

/**
 * Runs in the popup, with its list at the top.
 * @returns Its looks without rows, and one row.
 */
export function takeLooks(): Looks {
  const row = document.querySelector('[role=row]')?.outerHTML ?? '';
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const script of body.querySelectorAll('script')) script.remove();
  for (const one of body.querySelectorAll('[role=row]')) one.remove();
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  return { css: rules.map(({ cssText }) => cssText).join('\n'), html: body.innerHTML, row };
}
