/** @returns The text, escaped for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** @returns The value as JSON for an inline script, with slashes escaped as PHP does. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll('/', '\\/');
}

/** @returns A whole page of the site. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – Acme Learning</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header class="top">
<a class="brand" href="/">Acme <span>Learning</span></a>
<nav aria-label="Site"><a href="/">Gallery</a> <a href="/course/1">Courses</a> <a href="/feed">Feed</a> <a href="/empty">About</a></nav>
</header>
<main>
${main}
</main>
<footer>Acme Learning shows people how to see. A demo site; nothing here is real.</footer>
</body>
</html>
`;
}
