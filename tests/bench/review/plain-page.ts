import type { Looks } from './in-page.ts';

/**
 * @returns The popup without its code: same frame and style, and all rows in the document, made
 *   from the markup of one row of the popup. Its text contains the addresses, so it reads no
 *   storage.
 */
export function plainPage({ css, html, row }: Looks, addresses: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Plain</title><style>${css}</style>
<body>${html}
<script>
const all = ${JSON.stringify(addresses)};
const sample = ${JSON.stringify(row)};
const known = { address: all[0], name: all[0].split('/').at(-1) };
const markup = sample
  .replaceAll(known.address, '{address}')
  .replaceAll(known.name, '{name}')
  .replace(/ id="[^"]*"/, ' id="row-{at}"')
  .replace('data-index="0"', 'data-index="{at}"')
  .replace('aria-rowindex="1"', 'aria-rowindex="{number}"')
  .replace('translateY(0px)', 'translateY({top}px)')
  .replace(' grid-row-active', '')
  .split(/[{}]/);
const grid = document.querySelector('[role=grid]');
const rows = grid.querySelector('.grid-rows');
grid.removeAttribute('aria-activedescendant');
function show(shown) {
  rows.style.height = shown.length * 56 + 'px';
  rows.innerHTML = shown.map((address, at) => {
    const values = { address, name: address.split('/').at(-1), at, number: at + 1, top: at * 56 };
    return markup.map((part, turn) => (turn % 2 ? values[part] : part)).join('');
  }).join('');
  grid.setAttribute('aria-rowcount', shown.length);
}
show(all);
let active = -1;
grid.addEventListener('keydown', ({ key }) => {
  if (key !== 'ArrowDown') return;
  rows.children[active]?.classList.remove('grid-row-active');
  active += 1;
  rows.children[active].classList.add('grid-row-active');
  grid.setAttribute('aria-activedescendant', rows.children[active].id);
});
document.querySelector('input[type=search]').addEventListener('input', ({ target }) => {
  show(all.filter((address) => address.toLowerCase().includes(target.value)));
});
</script>`;
}
