import { expect } from '@playwright/test';
import { SITE, spot, test } from './spotting.ts';

/** What each page does to hinder a search. Every page also ends with one image. */
const pages: Record<string, () => void> = {
  'attributes of 100,000 characters': () => {
    for (const filler of [
      '/',
      '\\',
      '&amp;',
      '%2F',
      'https://',
      '//a.b/snapshots/',
      '"vid":',
      ' ',
    ]) {
      const element = document.createElement('div');
      element.setAttribute('data-long', filler.repeat(100_000 / filler.length));
      element.setAttribute('style', `--x: ${filler.repeat(100_000 / filler.length)}`);
      document.body.append(element);
    }
  },
  'a million texts': () => {
    const holder = document.createElement('p');
    holder.hidden = true;
    for (let n = 0; n < 1_000_000; n++) holder.append('x');
    document.body.append(holder);
  },
  'deep nesting': () => {
    let deepest: Element = document.body.appendChild(document.createElement('div'));
    deepest.setAttribute('hidden', '');
    for (let n = 0; n < 3000; n++) {
      const child = document.createElement('div');
      deepest.append(child, document.createElement('i'));
      deepest = child;
    }
  },
  'shadow roots in shadow roots': () => {
    let host: Element = document.body.appendChild(document.createElement('div'));
    for (let n = 0; n < 500; n++) {
      host = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    }
  },
  'broken style sheets': () => {
    const style = document.createElement('style');
    style.textContent =
      '}}{{ @media { @import url( ; .a { background: url("\n) } .b { background: url(\\';
    document.head.append(style);
    document.body.setAttribute('style', 'background: url( "\\');
  },
  'lone surrogates': () => {
    const lone = '\ud800 https://\udc00.example/\udfff/covers/ vid=\ud800 ';
    document.body.append(lone.repeat(1000));
    document.body.setAttribute('data-lone', lone);
    document.body.append(document.createComment(lone));
  },
  'a very long address': () => {
    document.body.append(`https://vod.shop.example/image/default/${'A'.repeat(500_000)}-6-2.png`);
    document.body.setAttribute(
      'data-src',
      `https://vod.shop.example/x-6-2.png?${'a&'.repeat(200_000)}`,
    );
  },
  'forms whose fields hide built-in properties': () => {
    const names = [
      'firstChild',
      'nextSibling',
      'parentNode',
      'nodeType',
      'childNodes',
      'outerHTML',
      'attributes',
      'className',
      'localName',
      'querySelectorAll',
      'childElementCount',
      'getAttribute',
      'getAttributeNames',
      'shadowRoot',
    ];
    for (const several of [names, ...names.map((name) => [name])]) {
      const form = document.createElement('form');
      for (const name of several) form.insertAdjacentHTML('beforeend', `<input name="${name}">`);
      document.body.append(form);
    }
  },
  'attributes that throw': () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="http://[/image/default/x-6-2.png"><a href="https://%/snapshots/normal/">x</a><base href="nonsense://x">',
    );
  },
};

for (const [what, make] of Object.entries(pages)) {
  test(`searches a page with ${what}`, async ({ site }) => {
    await site.goto(`${SITE}live.html`);
    await site.evaluate(make);
    await site.evaluate(() => {
      const last = document.createElement('img');
      last.src = 'https://vod.shop.example/image/default/00000000000000000000000000000001-6-2.png';
      document.documentElement.append(last);
    });
    const found = await spot(site);
    expect(found.map(({ key }) => key)).toContain(
      'vod.shop.example/image/default/00000000000000000000000000000001-6-2.png',
    );
    const { errors, longest } = await site.evaluate(() => ({
      errors: window.bench.errors,
      longest: Math.max(...window.bench.slices),
    }));
    expect(errors).toEqual([]);
    // Far above the aim, which the bench checks: here only a hang must fail, even on a busy
    // machine.
    expect(longest).toBeLessThan(1000);
  });
}

test('a page that never stops changing is still searched, in less than half of the time', async ({
  site,
}) => {
  test.slow();
  await site.goto(`${SITE}live.html`);
  const { found, spent, passed } = await site.evaluate(async () => {
    window.bench = window.spotting.start();
    const begun = performance.now();
    let n = 0;
    const mutate = () => {
      for (let more = 0; more < 2000; more++) {
        document.body.append(document.createElement('b'));
        document.body.setAttribute('class', String(n++));
      }
      if (document.body.childNodes.length > 20_000) document.body.replaceChildren();
    };
    let turns = 0;
    const timer = setInterval(() => {
      mutate();
      turns += 1;
    }, 20);
    const further = async (more: number) => {
      for (const until = turns + more; turns < until; ) await new Promise(requestAnimationFrame);
    };
    await further(25);
    const image = document.createElement('img');
    image.src = 'https://vod.shop.example/image/default/00000000000000000000000000000001-6-2.png';
    document.documentElement.append(image);
    while (window.bench.spotter.sightings().length === 0) await further(1);
    // It is as busy when there is nothing more to find.
    await further(25);
    clearInterval(timer);
    await window.bench.spotter.idle();
    return {
      found: window.bench.spotter.sightings().length,
      spent: window.bench.slices.reduce((sum, slice) => sum + slice, 0),
      passed: performance.now() - begun,
    };
  });
  expect(found).toBe(1);
  expect(spent).toBeLessThan(passed / 2);
});

test('at most 20,000 sightings of a page are kept', async ({ site }) => {
  await site.goto(`${SITE}live.html`);
  await site.evaluate(() => {
    const name = (n: number) => n.toString(16).toUpperCase().padStart(32, '0');
    const lines = Array.from(
      { length: 30_000 },
      (_, n) => `https://vod.shop.example/image/default/${name(n)}-6-2.png`,
    );
    document.querySelector('p')?.append(lines.join(' '));
  });
  const kept = await site.evaluate(async () => {
    const { spotter } = window.spotting.start();
    await spotter.idle();
    return spotter.sightings().length;
  });
  expect(kept).toBe(20_000);
});

test('reports that a page has too many nodes', async ({ site }) => {
  await site.goto(`${SITE}live.html`);
  const capped = await site.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<i>x</i>'.repeat(5000));
    const { spotter, capped } = window.spotting.start({ nodeCap: 1000 });
    await spotter.idle();
    return capped;
  });
  expect(capped).toEqual([1000]);
});
