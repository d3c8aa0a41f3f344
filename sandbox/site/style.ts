/** The style sheet of the site: light and dark, system fonts, nothing loaded from elsewhere. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #16181b);
  --card: light-dark(#ffffff, #1f2226);
  --ink: light-dark(#22262b, #e9e7e2);
  --quiet: light-dark(#626a72, #a2a8af);
  --line: light-dark(#e5e1d8, #31353b);
  --accent: light-dark(#0f6a66, #7fd1c7);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--accent); text-underline-offset: .2em; }
.top, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
.top { display: flex; align-items: baseline; justify-content: space-between; padding-block: 1.4rem; }
.brand { font-weight: 700; font-size: 1.15rem; letter-spacing: -.01em; color: var(--ink); text-decoration: none; }
.brand span { color: var(--accent); }
nav a { margin-left: 1.25rem; text-decoration: none; }
footer { padding-block: 3rem 2.5rem; color: var(--quiet); font-size: .875rem; }
h1 { font-size: clamp(1.9rem, 4vw, 2.9rem); line-height: 1.12; letter-spacing: -.025em; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; letter-spacing: -.01em; margin: 3rem 0 1rem; }
p { max-width: 38rem; margin: 0 0 1rem; }
.quiet { color: var(--quiet); }
.hero { border-radius: 1rem; min-height: 20rem; padding: 2.25rem; display: flex; align-items: flex-end;
  background-size: cover; background-position: center; }
.hero div { background: color-mix(in srgb, var(--card) 90%, transparent); border-radius: .75rem; padding: 1.25rem 1.5rem; }
.hero p { margin: 0; }
.grid { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); padding: 0; margin: 0; list-style: none; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.card img, .tile { display: block; width: 100%; aspect-ratio: 8 / 5; object-fit: cover; background: var(--line) center / cover; }
.card p { margin: 0; padding: .7rem .9rem; font-size: .9rem; }
.feed { display: grid; gap: 1.25rem; max-width: 34rem; padding: 0; margin: 0; list-style: none; }
.strip { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); }
.strip img { display: block; width: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: .5rem; background: var(--line); }
video { display: block; width: 100%; aspect-ratio: 16 / 9; border-radius: 1rem; background: #000; object-fit: cover; }
.player { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 2fr) minmax(14rem, 1fr); align-items: start; margin-top: 1.5rem; }
.player ol { margin: 0; padding-left: 1.2rem; }
.player li { margin-bottom: .5rem; }
.partners { display: flex; gap: .75rem; flex-wrap: wrap; }
.partners img { width: 5rem; height: 5rem; object-fit: cover; border-radius: .6rem; }
@media (max-width: 44rem) { .player { grid-template-columns: 1fr; } .hero { padding: 1rem; } }
`;
