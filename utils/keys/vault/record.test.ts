import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentialsOf, FEW_ROUNDS, PASSPHRASE } from '../testing.ts';
import {
  keyFor,
  newRecord,
  openEntry,
  ROUNDS,
  readRecord,
  underPassphrase,
  type VaultRecord,
  withEntry,
  withoutEntry,
} from './record.ts';

/** A vault that holds credentials of these accounts. */
async function vaultOf(...ids: string[]) {
  const { record, key } = await newRecord(PASSPHRASE, FEW_ROUNDS);
  let filled = record;
  for (const id of ids) filled = await withEntry({ record: filled, key }, id, credentialsOf(id));
  return { record: filled, key };
}

const accountId = fc.stringMatching(/^[\w-]{1,64}$/);

describe('a record', () => {
  it('opens by its passphrase and no other, also when it is empty', async () => {
    const { record, key } = await vaultOf();
    expect(await keyFor(record, PASSPHRASE)).toEqual(key);
    expect(await keyFor(record, `${PASSPHRASE} `)).toBeUndefined();
    expect(await keyFor(record, '')).toBeUndefined();
  });

  it('treats composed and decomposed letters as the same', async () => {
    const { record, key } = await newRecord('Z\u00fcrich', FEW_ROUNDS);
    expect(await keyFor(record, 'Zu\u0308rich')).toEqual(key);
  });

  it('opens with as many rounds as the product uses', async () => {
    const { record, key } = await newRecord(PASSPHRASE, ROUNDS);
    expect(record.rounds).toBe(600_000);
    expect(await keyFor(record, PASSPHRASE)).toEqual(key);
    expect(await keyFor({ ...record, rounds: ROUNDS - 1 }, PASSPHRASE)).toBeUndefined();
  });

  it('returns an entry as it was, and nothing for an account without one', async () => {
    const { record, key } = await vaultOf('one', 'two');
    expect(await openEntry({ record, key }, 'two')).toEqual(credentialsOf('two'));
    expect(await openEntry({ record, key }, 'three')).toBeUndefined();
    expect(await openEntry({ record, key }, 'constructor')).toBeUndefined();
    const fewer = withoutEntry(record, 'two');
    expect(await openEntry({ record: fewer, key }, 'two')).toBeUndefined();
    expect(await openEntry({ record: fewer, key }, 'one')).toEqual(credentialsOf('one'));
  });

  it('opens an entry only as that of its own account', async () => {
    const { record, key } = await vaultOf();
    await fc.assert(
      fc.asyncProperty(accountId, accountId, async (mine, other) => {
        fc.pre(mine !== other);
        const full = await withEntry({ record, key }, mine, credentialsOf('x'));
        const entry = full.entries[mine];
        if (entry === undefined) throw new Error('There is no entry');
        const moved = { ...full, entries: { [other]: entry } };
        expect(await openEntry({ record: full, key }, mine)).toEqual(credentialsOf('x'));
        expect(await openEntry({ record: moved, key }, other)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('opens nothing when entries of two accounts are exchanged', async () => {
    const { record, key } = await vaultOf('one', 'two');
    const { one, two } = record.entries;
    if (one === undefined || two === undefined) throw new Error('There are no entries');
    const exchanged = { ...record, entries: { one: two, two: one } };
    expect(await openEntry({ record: exchanged, key }, 'one')).toBeUndefined();
    expect(await openEntry({ record: exchanged, key }, 'two')).toBeUndefined();
  });

  it('opens nothing as part of another vault, nor the check as an entry', async () => {
    const { record, key } = await vaultOf('one');
    const other = { ...record, id: crypto.randomUUID() };
    expect(await openEntry({ record: other, key }, 'one')).toBeUndefined();
    expect(await keyFor(other, PASSPHRASE)).toBeUndefined();
    const checked = { ...record, entries: { one: record.check } };
    expect(await openEntry({ record: checked, key }, 'one')).toBeUndefined();
  });

  it('opens nothing of which a byte was changed', async () => {
    const { record, key } = await vaultOf('one');
    const entry = record.entries.one;
    if (entry === undefined) throw new Error('There is no entry');
    const bytes = Buffer.from(entry.box, 'base64');
    for (const [at, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ 1;
      const box = changed.toString('base64');
      const bad = { ...record, entries: { one: { ...entry, box } } };
      expect(await openEntry({ record: bad, key }, 'one')).toBeUndefined();
    }
  });

  it('never uses a nonce, a salt or a key twice', async () => {
    const { record, key } = await vaultOf();
    const nonces = new Set<string>();
    for (let times = 0; times < 300; times += 1) {
      const full = await withEntry({ record, key }, 'one', credentialsOf('one'));
      nonces.add(full.entries.one?.nonce ?? '');
    }
    expect(nonces.size).toBe(300);
    const again = await underPassphrase({ record, key }, PASSPHRASE, FEW_ROUNDS);
    expect(again?.record.salt).not.toBe(record.salt);
    expect(again?.key.key).not.toBe(key.key);
    expect(again?.record.id).toBe(record.id);
  });

  it('is not brought under another passphrase when an entry would be lost', async () => {
    const { record, key } = await vaultOf('one', 'two');
    const { one } = record.entries;
    if (one === undefined) throw new Error('There is no entry');
    const damaged = { ...record, entries: { one, two: one } };
    expect(await underPassphrase({ record: damaged, key }, 'other', FEW_ROUNDS)).toBeUndefined();
  });
});

describe('readRecord', () => {
  it('distinguishes a valid record, none, and a damaged one', async () => {
    const { record } = await vaultOf('one');
    expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(readRecord(null)).toBe('none');
    const { salt: _salt, ...saltless } = record;
    const bad: unknown[] = [
      saltless,
      '',
      0,
      [],
      { ...record, version: 2 },
      { ...record, rounds: 0 },
      { ...record, rounds: 1e9 },
      { ...record, salt: record.salt.slice(4) },
      { ...record, entries: { one: { nonce: '', box: '' } } },
      { ...record, more: 1 },
    ];
    for (const one of bad) expect(readRecord(one)).toBe('damaged');
  });

  it('never throws, and calls nothing whole that another value was put into', async () => {
    const { record } = await vaultOf('one');
    const names = Object.keys(record) as (keyof VaultRecord)[];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
        fc.pre(name !== 'entries' && name !== 'rounds' && value !== record[name]);
        fc.pre(!(name === 'version' && value === 1));
        expect(readRecord({ ...record, [name]: value })).toBe('damaged');
      }),
    );
  });
});
