import { describe, expect, it } from 'vitest';
import { decodeText, LARGEST_FILE, readTextFile } from './paste-file.ts';

describe('a file', () => {
  it.each([
    ['UTF-8', [0xe5, 0x9b, 0xbe]],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe5, 0x9b, 0xbe]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xfe, 0x56]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x56, 0xfe]],
    ['GB18030', [0xcd, 0xbc, 0xa3, 0xba]],
  ])('is read as %s', (_, bytes) => {
    const text = bytes.includes(0xa3) ? '图：' : '图';
    expect(decodeText(new Uint8Array(bytes))).toEqual({ text });
  });

  it('that is no text is named so', () => {
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe('binary');
    expect(decodeText(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x81]))).toBe('binary');
  });

  it('that is too large is not read', async () => {
    expect(await readTextFile(new Blob([new Uint8Array(LARGEST_FILE + 1)]))).toBe('too-large');
    expect(await readTextFile(new Blob(['a']))).toEqual({ text: 'a' });
  });
});
