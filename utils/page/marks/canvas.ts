import { styleHost, styleRoot } from './style.ts';

/** The one element that is added to a page; everything is drawn in its closed shadow root. */
export class Canvas {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly root: ShadowRoot;
  /** Scrolls with the page. */
  readonly layer: HTMLElement;
  readonly #said: HTMLElement;
  readonly #unseen: HTMLElement;

  constructor(document: Document) {
    this.#document = document;
    this.#host = document.createElement('div');
    styleHost(this.#host);
    this.root = this.#host.attachShadow({ mode: 'closed' });
    styleRoot(this.root);
    this.layer = this.#part('layer');
    this.#said = this.#part('said', 'status');
    this.#unseen = this.#part('unseen', 'status');
  }

  /** Adds the host to the page, again if the page removed it. */
  keep(): void {
    if (!this.#host.isConnected) this.#document.documentElement.append(this.#host);
  }

  /** Shows a text that screen readers also announce; an empty text removes it. */
  say(text: string): void {
    this.#said.textContent = text;
  }

  /** Announces a text to screen readers only. */
  announce(text: string): void {
    this.#unseen.textContent = text;
  }

  remove(): void {
    this.#host.remove();
  }

  #part(name: string, role?: string): HTMLElement {
    const part = this.#document.createElement('div');
    part.className = name;
    if (role) part.setAttribute('role', role);
    this.root.append(part);
    return part;
  }
}
