/** The host's own style, which no rule of the page can override. */
const HOST: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'absolute',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'pointer-events': 'none',
  'z-index': '2147483647',
};

/**
 * Two colours side by side, so that one of them is visible on any picture. The layer's `contain`
 * keeps the drawing from enlarging the page's scrollable area.
 */
const SHEET = `
:host { color-scheme: light; }
.layer { position: absolute; top: 0; left: 0; width: 0; height: 0; contain: layout style; }
.frame, .badge { position: absolute; top: 0; left: 0; box-sizing: border-box; margin: 0; }
.frame { border: 2px solid #0a686e; border-radius: 2px; outline: 1px solid #fff; outline-offset: -3px; }
.badge {
  all: initial; position: absolute; top: 0; left: 0; box-sizing: border-box;
  min-width: 24px; height: 24px; padding: 0 4px; border: 2px solid #fff; border-radius: 12px;
  background: #0a686e; color: #fff; box-shadow: 0 0 0 1px #063c40;
  font: 700 14px/20px system-ui, sans-serif; text-align: center; cursor: pointer;
  pointer-events: auto; user-select: none;
}
.badge:hover { background: #063c40; }
.badge:focus-visible { outline: 3px solid #ffb454; outline-offset: 1px; box-shadow: 0 0 0 5px #063c40; }
.badge.collected { background: #fff; color: #0a686e; border-color: #0a686e; box-shadow: 0 0 0 1px #fff; }
.flash {
  border: 4px solid #ffb454; border-radius: 4px; outline: 3px solid #063c40; outline-offset: 0;
  animation: pulse 500ms ease-in-out 3 alternate both;
}
@keyframes pulse { from { opacity: 1; } to { opacity: 0.45; } }
@media (prefers-reduced-motion: reduce) { .flash { animation: none; } }
.said {
  position: fixed; left: 50%; bottom: 24px; transform: translateX(-50%); box-sizing: border-box;
  width: max-content; max-width: min(420px, calc(100vw - 32px)); padding: 10px 16px;
  border: 1px solid #fff; border-radius: 8px; background: #10292b; color: #fff;
  font: 14px/20px system-ui, sans-serif; box-shadow: 0 4px 16px rgb(0 0 0 / 0.4);
}
.said:empty { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

/** Sets the host's style in its `style` attribute. */
export function styleHost(host: HTMLElement): void {
  for (const [name, value] of Object.entries(HOST)) {
    host.style.setProperty(name, value, 'important');
  }
}

/** Adds the style sheet to a shadow root in a way that the page's content policy cannot forbid. */
export function styleRoot(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // In Firefox, content scripts cannot adopt a sheet, but the policy allows their style elements.
    const style = root.ownerDocument.createElement('style');
    style.textContent = SHEET;
    root.prepend(style);
  }
}
