import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlatXml } from './xml.ts';

describe('readFlatXml', () => {
  it('reads the children of any root, in any order', () => {
    const fields = { Code: 'NoSuchResource', Message: 'a < b & c', RequestId: 'r-1' };
    const xml =
      '<Code>NoSuchResource</Code>\n <RequestId>r-1</RequestId><Message>a &lt; b &#38; c</Message>';
    expect(readFlatXml(`<?xml version='1.0' encoding='UTF-8'?><Error>${xml}</Error>`)).toEqual(
      fields,
    );
    expect(readFlatXml(`\n<!-- x --><R a="1">${xml}<Empty/></R>\n`)).toEqual(fields);
  });

  it('reads CDATA and passes by what is nested', () => {
    expect(
      readFlatXml('<E><Message><![CDATA[<b>&amp;]]> x</Message><D><Code>no</Code></D></E>'),
    ).toEqual({ Message: '<b>&amp; x', D: '' });
  });

  it.each([
    '',
    'plain',
    '<html><head><title>502</title></head><body></body></html>',
    '<!DOCTYPE html><HTML><body>x</body></HTML>',
    '<Error><Code>cut off</Co',
    '<Error><Code>a</Message></Error>',
    '<a></a><b></b>',
  ])('does not read %j', (text) => {
    expect(readFlatXml(text)).toBeUndefined();
  });

  it('answers for any text, without inherited names', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '!',
        '--',
        '<![CDATA[',
        ']]>',
        '&#x110000;',
        'a',
        '<a>',
        '</a>',
      ),
    );
    expect(readFlatXml(`<a>${'<!--'.repeat(20_000)}</a>`)).toBeUndefined();
    fc.assert(fc.property(soup, (parts) => void readFlatXml(`<${parts.join('')}`)));
    expect(readFlatXml('<a><__proto__>x</__proto__><b>y</b></a>')).toMatchObject({ b: 'y' });
  });
});
