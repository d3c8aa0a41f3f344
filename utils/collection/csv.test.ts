import { describe, expect, it } from 'vitest';
import { listToCsv, toCsv } from './csv.ts';

describe('toCsv', () => {
  it('begins with a byte order mark and the columns, and ends lines as in RFC 4180', () => {
    expect(toCsv(['url', 'kind'], [{ url: 'https://img.example.com/a.png', kind: 'image' }])).toBe(
      '\uFEFFurl,kind\r\nhttps://img.example.com/a.png,image\r\n',
    );
  });

  it('leaves absent fields empty, in their column', () => {
    expect(toCsv(['a', 'b', 'c'], [{ c: '1' }, {}])).toBe('\uFEFFa,b,c\r\n,,1\r\n,,\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['图片', '图片'],
  ])('quotes a field that would break a line: %j', (field, written) => {
    expect(toCsv(['x'], [{ x: field }])).toBe(`\uFEFFx\r\n${written}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("https://x.example","a")', '"\'=HYPERLINK(""https://x.example"",""a"")"'],
  ])('turns a formula into text: %j', (field, written) => {
    expect(toCsv(['x'], [{ x: field }])).toBe(`\uFEFFx\r\n${written}\r\n`);
  });

  it('does not change an apostrophe or a sign inside a field', () => {
    expect(toCsv(['x'], [{ x: "it's" }, { x: 'a=b' }])).toBe("\uFEFFx\r\nit's\r\na=b\r\n");
  });
});

it('writes an exported list with the fields of its JSON form', () => {
  const csv = listToCsv({
    version: 1,
    items: [{ imageId: 'i', outcome: 'failed', at: '2026-11-24T00:00:00.000Z', reason: 'server' }],
  });
  expect(csv).toBe(
    '\uFEFFurl,kind,standing,videoId,imageId,carrier,page,outcome,requestId,at,reason,note\r\n' +
      ',,,,i,,,failed,,2026-11-24T00:00:00.000Z,server,\r\n',
  );
});
