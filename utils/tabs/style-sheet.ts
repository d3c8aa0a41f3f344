import { mayRead } from '../browser/permissions.ts';

/** The longest style sheet that is read, in characters. */
const LARGEST = 2 << 20;
const PATIENCE_MS = 10_000;

/**
 * Fetches the text of a style sheet of a site that the person granted, without cookies or referrer.
 * @returns undefined for any other site, for anything but a style sheet, when it is too large or
 *   when the request fails.
 */
export async function fetchStyleSheet(url: string): Promise<string | undefined> {
  if (!(await mayRead(url))) return undefined;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'force-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !/^text\/css\b/i.test(type)) return undefined;
    return await textOf(response);
  } catch {
    return undefined;
  }
}

/** Reads a body to its end, or stops at the limit, whatever length its headers state. */
async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    text += read.value;
    if (text.length <= LARGEST) continue;
    await reader?.cancel();
    return undefined;
  }
  return text;
}
