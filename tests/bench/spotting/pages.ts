import { createHash } from 'node:crypto';

/** A page for the bench, and the keys of the VOD images that it holds. */
export interface BenchPage {
  readonly html: string;
  readonly keys: readonly string[];
}

const HOST = 'vod.shop.example';
/** One card in this many shows a VOD image. */
const EVERY = 10;
const ELEMENTS_PER_CARD = 8;

function hash(seed: string): string {
  return createHash('md5').update(seed).digest('hex');
}

/** Makes VOD addresses of every common shape and records their keys. */
class Addresses {
  readonly keys: string[] = [];
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  next(): string {
    const n = this.keys.length;
    const one = hash(`${this.#seed} ${n}`);
    const two = hash(`video ${this.#seed} ${n}`);
    const paths = [
      `/image/default/${one.toUpperCase()}-6-2.png`,
      `/${two}/snapshots/${one}-00003.jpg`,
      `/image/cover/${one.toUpperCase()}-6-2.jpg`,
      `/${two}/covers/${one}-00001.jpg`,
      `/snapshot/${two}00002.jpg`,
    ];
    const path = paths[n % paths.length] ?? '';
    this.keys.push((HOST + path).toLowerCase());
    return `https://${HOST}${path}${n % 3 ? '' : `?auth_key=1964142567-0-0-${one}`}`;
  }
}

/** @returns A card of a list, with a VOD image or one that only looks similar. */
function card(n: number, vod: Addresses | undefined): string {
  const shown =
    vod && n % EVERY === 0 ? vod.next() : `https://cdn.shop.example/covers/${n}/thumb.jpg`;
  const later =
    vod && n % (EVERY * 3) === 1
      ? vod.next()
      : `https://cdn.shop.example/media/${n}/large-00001.jpg`;
  return `<li class="card item-${n}" id="c${n}"><div class="card__inner flex p-4"><a class="card__link" href="/product/${n}?ref=list"><img class="lazy" loading="lazy" alt="Product ${n}" src="${shown}" data-src="${later}"></a><div class="body"><h3 class="title">Product number ${n}</h3><span class="price" data-price="${n}">¥ ${n}.00</span><button type="button" class="btn btn-primary" data-id="${n}">Add</button></div></div></li>`;
}

/** @returns The markup of cards that are added later. */
export function cards(
  from: number,
  count: number,
  vod: boolean,
): { html: string; keys: readonly string[] } {
  const addresses = new Addresses(`added ${from}`);
  const html = Array.from({ length: count }, (_, n) => card(from + n, vod ? addresses : undefined));
  return { html: html.join('\n'), keys: addresses.keys };
}

/** @returns Markup with at least one address in each carrier. */
function everyCarrier(vod: Addresses): { head: string; body: string } {
  const a = () => vod.next();
  const escaped = () => a().replaceAll('/', '\\/');
  return {
    head: `<meta property="og:image" content="${a()}"><link rel="preload" as="image" href="${a()}">
<style>.x{background:url("${a()}"),url(${a()})}.x:hover{background-image:url(${a()})}.x::before{content:url(${a()})}@media (min-width:9000px){.x{mask:url(${a()})}}@layer b{.x{& i{cursor:url(${a()}),auto}}}:root{--hero:url("${a()}")}</style>`,
    body: `<picture><source srcset="${a()} 1x, ${a()} 2x"><img src="${a()}" srcset="${a()} 320w" alt=""></picture>
<video poster="${a()}"></video><input type="image" src="${a()}" alt=""><object data="${a()}"></object><embed src="${a()}">
<svg><image href="${a()}"/><image xlink:href="${a()}"/></svg><a href="${a()}">x</a><area href="${a()}" alt="">
<div style="background:url('${a()}'),url(${a()})" data-bg="${a()}" data-props='{"cover":"${escaped()}"}' onclick="show('${a()}')"></div>
<template><img src="${a()}" alt=""></template><noscript><img src="${a()}" alt=""></noscript><!-- ${a()} --><p>See ${a()}.</p>
<script type="application/json">{"html":"<img src=\\"${escaped()}\\">","code":"${a().replaceAll('/', '\\u002F')}"}</script>
<iframe srcdoc="<img src='${a()}'>"></iframe>
<div id="closed-root" hidden>${a()}</div><div id="adopted" hidden>${a()}</div>
<script>
  const closed = document.getElementById('closed-root');
  const address = closed.textContent; closed.textContent = '';
  closed.attachShadow({ mode: 'closed' }).innerHTML = '<img src="' + address + '">';
  const adopted = document.getElementById('adopted');
  const sheet = new CSSStyleSheet(); sheet.replaceSync('.x:focus{background:url(' + adopted.textContent + ')}');
  adopted.textContent = ''; document.adoptedStyleSheets = [sheet];
</script>`,
  };
}

/**
 * @returns A page of about this many elements: a list of cards, the style sheet of a framework and,
 *   with `vod`, every carrier.
 */
export function benchPage(elements: number, vod: boolean): BenchPage {
  const addresses = new Addresses(`page ${elements}`);
  const every = vod ? everyCarrier(addresses) : { head: '', body: '' };
  const count = Math.floor(elements / ELEMENTS_PER_CARD);
  const list = Array.from({ length: count }, (_, n) => card(n, vod ? addresses : undefined));
  const rules = Array.from(
    { length: 1500 },
    (_, n) =>
      `.u-${n}:hover{margin:${n % 9}px;color:rgb(${n % 255} 0 0);display:flex;padding:1rem 2rem}`,
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<style>li{contain:strict;height:80px}${rules.join('\n')}</style>${every.head}</head>
<body><main>${every.body}<ul id="list">${list.join('\n')}</ul></main></body></html>`;
  return { html, keys: addresses.keys };
}
