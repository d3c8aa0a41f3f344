/** Ways in which an address can come to a page later. Each runs in `html/live.html`. */
export const changes: Readonly<Record<string, (address: string) => void>> = {
  'an element is added': (address) => {
    const image = document.createElement('img');
    image.src = address;
    document.body.append(image);
  },
  'markup is added': (address) => {
    document.body.insertAdjacentHTML('beforeend', `<ul><li><a href="${address}">x</a></li></ul>`);
  },
  'an attribute changes': (address) =>
    document.querySelector('img')?.setAttribute('data-src', address),
  'a class changes': (address) => {
    document.body.className = `bg-[url('${address}')]`;
  },
  'a style changes': (address) => {
    document.body.style.backgroundImage = `url("${address}")`;
  },
  'a text changes': (address) => {
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = `see ${address}`;
  },
  'a text is added': (address) => document.querySelector('p')?.append(address),
  'a sheet is added': (address) => {
    const style = document.createElement('style');
    style.textContent = `p:hover { background: url(${address}) }`;
    document.head.append(style);
  },
  'a rule is added': (address) => {
    document.styleSheets[0]?.insertRule(`p:hover { background: url(${address}) }`);
    document.body.classList.add('changed');
  },
  'a sheet is adopted': (address) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`p:hover { background: url(${address}) }`);
    document.adoptedStyleSheets.push(sheet);
    document.body.classList.add('changed');
  },
  'a closed root is filled later': (address) => {
    const root = document.body
      .appendChild(document.createElement('div'))
      .attachShadow({ mode: 'closed' });
    setTimeout(() => {
      root.innerHTML = `<a href="${address}">x</a>`;
    }, 150);
  },
  'a root is attached later': (address) => {
    const host = document.body.appendChild(document.createElement('div'));
    setTimeout(() => {
      host.attachShadow({ mode: 'closed' }).innerHTML = `<a href="${address}">x</a>`;
    }, 150);
  },
  'it is drawn on a canvas': (address) => {
    const image = new Image();
    image.onload = () => document.createElement('canvas').getContext('2d')?.drawImage(image, 0, 0);
    image.src = address;
  },
  'it is fetched': (address) => void fetch(address),
  'the page changes its address without loading': (address) =>
    history.pushState(null, '', `?cover=${encodeURIComponent(address)}`),
};
