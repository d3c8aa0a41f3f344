import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listToCsv } from '../collection/csv.ts';
import { exportItems } from '../collection/export.ts';
import { address as anyAddress, escapes } from '../spotting/arbitraries.ts';
import { identity, recognise } from '../spotting/shapes.ts';
import { judgePasted, type PasteContext, type PasteRow } from './paste.ts';
import { findPasted } from './paste-find.ts';

const H = 'ABCDEF0123456789ABCDEF0123456789';
const V = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const ID = '00112233445566778899aabbccddeeff';
const UPLOAD = `https://img.acme.example/image/default/${H}-6-2.png`;
const SNAPSHOT = `https://img.acme.example/${V}/snapshots/${ID}-00001.jpg`;

const context: PasteContext = {
  ownDomains: ['img.acme.example', 'cdn.acme.example'],
  collected: [],
  bareAs: undefined,
};

async function rows(text: string, more: Partial<PasteContext> = {}): Promise<PasteRow[]> {
  return judgePasted(await findPasted([{ text }]), { ...context, ...more });
}

async function keys(
  text: string,
  more: Partial<PasteContext> = {},
): Promise<(string | undefined)[]> {
  return (await rows(text, more)).flatMap(({ item }) => (item ? [item.key] : []));
}

const upload = identity(recognise(UPLOAD) ?? { host: '', path: '' });

describe('an address in a mess of text', () => {
  it.each([
    ['mail', `> Please remove <${UPLOAD}>, thanks.`],
    ['end of a sentence', `It is at ${UPLOAD}.`],
    ['cells with tabs', `17\t${UPLOAD}\tbad cover`],
    ['CSV', `"17","${UPLOAD}","bad, very"`],
    ['Markdown', `- [picture](${UPLOAD})`],
    ['Markdown, bold', `**${UPLOAD}**`],
    ['HTML', `<a href="${UPLOAD}?a=1&amp;b=2">this</a>`],
    ['JSON', `{"url":"${UPLOAD.replaceAll('/', '\\/')}"}`],
    ['defanged', UPLOAD.replace('https', 'hxxps').replaceAll('acme.', 'acme[.]')],
    ['defanged colon', UPLOAD.replace('https://', 'hxxps[:]//')],
    ['wide marks', UPLOAD.replace('://', '：／／').replace('/image', '／image')],
    ['Chinese sentence', `图片：${UPLOAD}，请删除。`],
    ['Chinese brackets', `（${UPLOAD}）`],
    ['unseen marks', UPLOAD.replace('default/', 'default/\u200B').replace('6-2', '6\u00AD-2')],
    ['no scheme', UPLOAD.replace('https://', '')],
    ['soft wrap', `Look: ${UPLOAD.slice(0, 60)}\n${UPLOAD.slice(60)} please`],
    ['soft wrap in a quoted mail', `> ${UPLOAD.slice(0, 60)}\n> ${UPLOAD.slice(60)}`],
    ['quoted-printable', `${UPLOAD.slice(0, 70)}=\n${UPLOAD.slice(70)}`],
    ['parameter', `https://go.example/?to=${encodeURIComponent(UPLOAD)}`],
  ])('%s', async (_, text) => expect(await keys(text)).toEqual([upload]));

  it('is found whatever it is and wherever it is', async () => {
    const ways = fc.constantFrom(...Object.values(escapes));
    const junk = fc.constantFrom('', 'see ', '17\t', '> ', '- ', '请看 ');
    await fc.assert(
      fc.asyncProperty(anyAddress, ways, junk, async (seen, way, before) => {
        const found = recognise(seen);
        const made = await rows(`hello\n${before}${way(seen)}\nbye`);
        const names = made
          .map(({ name }) => recognise(name ?? ''))
          .map((one) => one && identity(one));
        expect(names).toContain(found && identity(found));
      }),
      { numRuns: 300 },
    );
  });

  it('does not join lines that only chance to fit', async () => {
    expect(await keys('https://img.acme.example/image/\ncover/summer.png')).toEqual([]);
  });
});

describe('ids', () => {
  it.each([
    ['a key', `ImageId: ${ID}`, `image-id:${ID}`],
    ['a key of players', `vid=${ID}`, `video-id:${ID}`],
    ['words', `the image ID: ${ID}`, `image-id:${ID}`],
    ['Chinese words', `视频ID：${ID}`, `video-id:${ID}`],
    ['a column', `Title\tVideoId\nA\t${ID}`, `video-id:${ID}`],
    ['a column in quotes', `"Title","ImageId"\n"a, b","${ID}"`, `image-id:${ID}`],
    ['a name on top', `Image IDs:\n${ID}`, `image-id:${ID}`],
  ])('are named by %s', async (_, text, key) => expect(await keys(text)).toEqual([key]));

  it('wait for a word of the person where nothing names them', async () => {
    const [row] = await rows(`- ${ID}`);
    expect(row).toMatchObject({ fault: 'bare-id', name: ID });
    expect(await keys(`- ${ID}`, { bareAs: 'image-id' })).toEqual([`image-id:${ID}`]);
    expect(await keys(`- ${ID}`, { bareAs: 'video-id' })).toEqual([`video-id:${ID}`]);
  });

  it('are not taken from other keys, from addresses and from names of files', async () => {
    for (const text of [
      `md5: ${ID}`,
      `"RequestId":"${ID}"`,
      `https://x.example/a?k=${ID}`,
      `${H}-6-2.png`,
    ]) {
      expect(await keys(text, { bareAs: 'image-id' }), text).toEqual([]);
    }
  });

  it('of the video of an address add nothing, so that no more is deleted than was pointed at', async () => {
    const made = await rows(`{"VideoId":"${V}","CoverURL":"${SNAPSHOT}"}`);
    expect(made.map(({ item, fault }) => item?.kind ?? fault)).toEqual(['snapshot', 'video-named']);
  });
});

describe('what is not added', () => {
  it.each([
    ['please delete these', 'no-address'],
    ['https://www.example.com/a.png', 'not-vod'],
    ['https://other.example/image/cover/a.png', 'not-own'],
    [UPLOAD.replace('acme.example', 'acme.example.evil.example'), 'look-alike'],
    [UPLOAD.replace('https://img', 'https://img.acme.example@evil'), 'look-alike'],
    [
      `https://outin-${ID}.oss-cn-shanghai.aliyuncs.com.evil.example/image/default/${H}-6-2.png`,
      'look-alike',
    ],
  ])('%s is said to be %s', async (text, fault) => {
    expect((await rows(text)).map((row) => row.fault)).toContain(fault);
    expect(await keys(text)).toEqual([]);
  });

  it('names the line that said it first, also under another own domain', async () => {
    const made = await rows(`x\n${UPLOAD}\n\n${UPLOAD.replace('img.', 'cdn.')}?auth_key=1`);
    expect(made[2]).toMatchObject({ line: 4, fault: 'duplicate', of: { line: 2 } });
  });

  it('names what was collected before', async () => {
    const collected = (await rows(UPLOAD)).flatMap(({ item }) => item ?? []);
    expect((await rows(UPLOAD.replace('img.', 'cdn.'), { collected }))[0]?.fault).toBe('collected');
  });

  it('reports both an image and another address in one line', async () => {
    const made = await rows(`${UPLOAD} https://www.example.com/a`);
    expect(made.map(({ fault }) => fault)).toEqual([undefined, 'not-vod']);
  });
});

describe('our own export', () => {
  it('comes back as it was, as JSON and as CSV', async () => {
    const text = [UPLOAD, SNAPSHOT, `ImageId=${ID}`, `vid=${ID.replaceAll('0', '1')}`].join('\n');
    const items = (await rows(text)).flatMap(({ item }) =>
      item ? [{ ...item, page: 'https://www.acme.example/a', note: 'T-17, "urgent"' }] : [],
    );
    expect(items).toHaveLength(4);
    const list = JSON.stringify(exportItems(items), null, 2);
    const back = await rows(list);
    expect(back.map(({ item }) => item)).toEqual(items);
    expect(back.map(({ line }) => list.split('\n')[line - 1])).toEqual(
      items.map(({ addresses: [url], imageId, videoId }) =>
        expect.stringContaining(url ?? imageId ?? videoId ?? ''),
      ),
    );
    expect(await keys(listToCsv(exportItems(items)))).toEqual(items.map(({ key }) => key));
    expect(
      (await rows(listToCsv(exportItems(items)))).flatMap(({ item }) => item?.note ?? []),
    ).toHaveLength(4);
  });
});

it('reads 10,000 lines', async () => {
  const text = Array.from({ length: 10_000 }, (_, n) => {
    const hash = n.toString(16).padStart(32, '0').toUpperCase();
    return n % 10 === 0 ? `row ${n}: nothing` : `${n}\t${UPLOAD.replace(H, hash)}?auth_key=1\tnote`;
  }).join('\n');
  expect((await rows(text)).filter(({ item }) => item)).toHaveLength(9000);
});

it('reads 10,000 addresses in one line, too', async () => {
  const urls = Array.from({ length: 10_000 }, (_, n) =>
    UPLOAD.replace(H, n.toString(16).padStart(32, '0').toUpperCase()),
  );
  expect(await keys(JSON.stringify({ urls }))).toHaveLength(10_000);
});
