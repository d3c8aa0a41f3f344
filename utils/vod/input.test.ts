import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAddress,
  checkAddresses,
  checkId,
  checkIds,
  checkSnapshotSet,
  isSnapshotSet,
  VodInputError,
} from './input.ts';

describe('checkAddress', () => {
  it.each([
    'https://cdn.example.com/image/default/41AE7ADABBE74F5DB1A4A3F9B20C8E11-6-2.png',
    'http://cdn.example.com/image/cover/a b,c.jpg',
    'HTTPS://cdn.example.com:8443/image/é/图.jpg',
    'https://cdn.example.com/a%20b%2Cc.jpg',
  ])('takes %s', (address) => {
    expect(checkAddress(address)).toBeUndefined();
  });

  it.each([
    ['', 'address-malformed'],
    ['/image/a.png', 'address-malformed'],
    ['//cdn.example.com/a.png', 'address-malformed'],
    ['cdn.example.com/a.png', 'address-malformed'],
    ['https:cdn.example.com/a.png', 'address-malformed'],
    ['https:///cdn.example.com/a.png', 'address-malformed'],
    ['https://cdn.example.com\\a.png', 'address-malformed'],
    ['https://cdn.example.com', 'address-malformed'],
    ['https://cdn.example.com/', 'address-malformed'],
    [' https://cdn.example.com/a.png', 'address-malformed'],
    ['https://cdn.example.com/a\n.png', 'address-malformed'],
    ['https://cdn.example.com/\ud800.png', 'address-malformed'],
    ['ftp://cdn.example.com/a.png', 'address-not-http'],
    ['data:image/png;base64,AA', 'address-not-http'],
    ['https://me:pw@cdn.example.com/a.png', 'address-has-user'],
    ['https://cdn.example.com/a.png?auth_key=1', 'address-has-query'],
    ['https://cdn.example.com/a.png?', 'address-has-query'],
    ['https://cdn.example.com/a.png#x', 'address-has-fragment'],
    ['https://cdn.example.com/a.png#', 'address-has-fragment'],
  ])('refuses %j as %s', (address, code) => {
    expect(checkAddress(address)).toEqual({ code });
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        checkAddress(text);
        checkId(text);
      }),
    );
  });
});

describe('lists', () => {
  const ids = Array.from({ length: 21 }, (_, i) => `id-${i}`);

  it('hold 1 to 20 items, each once', () => {
    expect(checkIds([])).toEqual({ code: 'empty' });
    expect(checkIds(ids.slice(0, 20))).toBeUndefined();
    expect(checkIds(ids)).toEqual({ code: 'too-many' });
    expect(checkIds(['a', 'b', 'a'])).toEqual({ code: 'duplicate', index: 2 });
    expect(checkAddresses([])).toEqual({ code: 'empty' });
  });

  it('tell which item is wrong', () => {
    expect(checkIds(['a', 'b,c'])).toEqual({ code: 'id-malformed', index: 1 });
    expect(checkAddresses(['https://a.example/x.png', 'x'])).toEqual({
      code: 'address-malformed',
      index: 1,
    });
  });

  it('take no id that is empty, too long or holds another letter', () => {
    for (const id of ['', 'a'.repeat(65), 'a b', 'a,b', 'é', 'a\n', '*']) {
      expect(checkId(id)).toEqual({ code: 'id-malformed' });
    }
    expect(checkId('a'.repeat(64))).toBeUndefined();
  });
});

describe('checkSnapshotSet', () => {
  it('takes All alone or types of the four', () => {
    expect(isSnapshotSet(['All'])).toBe(true);
    expect(isSnapshotSet(['CoverSnapshot', 'SpriteOriginSnapshot'])).toBe(true);
    expect(checkSnapshotSet([])).toEqual({ code: 'empty' });
    expect(checkSnapshotSet(['CoverSnapshot', 'All'])).toEqual({ code: 'all-not-alone', index: 1 });
    expect(checkSnapshotSet(['All', 'All'])).toEqual({ code: 'all-not-alone', index: 0 });
    expect(checkSnapshotSet(['WebVttSnapshot'])).toEqual({ code: 'type-unknown', index: 0 });
    expect(checkSnapshotSet(['all'])).toEqual({ code: 'type-unknown', index: 0 });
    expect(checkSnapshotSet(['CoverSnapshot', 'CoverSnapshot'])).toEqual({
      code: 'duplicate',
      index: 1,
    });
  });
});

describe('VodInputError', () => {
  it('holds the code and the place, never the value', () => {
    const error = new VodInputError({ code: 'duplicate', index: 3 });
    expect(error).toMatchObject({ code: 'duplicate', index: 3, message: 'duplicate at item 3' });
    expect(new VodInputError({ code: 'empty' }).message).toBe('empty');
  });
});
