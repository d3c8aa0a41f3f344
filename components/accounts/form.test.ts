import { describe, expect, it } from 'vitest';
import { type Account, LARGEST_JOB, NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import { localMoment } from '../keys/key-form.ts';
import { fieldsOf, readForm, typedDomains } from './form.ts';
import type { FormFields } from './form-part.ts';

const NOW = Date.UTC(2026, 10, 24, 8);
const account: Account = {
  ...NEW_ACCOUNT,
  id: 'id-1',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['img.example.com'],
};
const blank: FormFields = { ...fieldsOf(undefined), name: 'Acme' };
const keyId = 'LTAI5tExampleExample0001';
const keySecret = 'ExampleSecretExampleSecret0001';
const token = 'CAISexample==';

const read = (fields: Partial<FormFields>) => readForm({ ...blank, ...fields }, 'id-1', NOW);
const faultsOf = (fields: Partial<FormFields>) => {
  const result = read(fields);
  return 'faults' in result ? result.faults : {};
};

describe('readForm', () => {
  it('trims what was pasted and reads domains line by line, each once', () => {
    const result = read({
      name: ' Acme ',
      keyId: ` ${keyId}\n`,
      keySecret: `\t${keySecret} `,
      domains: ' IMG.example.com \n\n*.example.org\nimg.example.com\n',
    });
    expect(result).toEqual({
      value: {
        account: { ...account, ownDomains: ['img.example.com', '*.example.org'] },
        credentials: { accessKeyId: keyId, accessKeySecret: keySecret },
      },
    });
  });

  it('returns every account unchanged', () => {
    const others: Account[] = [
      { ...account, colour: 'red', region: 'us-west-1' },
      { ...account, key: { from: 'vault' }, limits: { largestJob: 7, byVideo: false } },
      { ...account, key: { from: 'uri', uri: 'http://127.0.0.1:8080/key' } },
    ];
    for (const one of others) {
      expect(readForm(fieldsOf(one), one.id, NOW)).toEqual({ value: { account: one } });
    }
  });

  it('does not change the key when its fields are empty', () => {
    expect(read({})).toHaveProperty('value');
    expect(read({})).not.toHaveProperty('value.credentials');
  });

  it('reads a token and its expiry', () => {
    const result = read({ keyId: 'STS.NTexample', keySecret, token: ` ${token} ` });
    expect(result).toHaveProperty('value.credentials.securityToken', token);
    expect(result).not.toHaveProperty('value.credentials.expiresAt');
    const ends = NOW + 3_600_000;
    expect(
      read({ keyId: 'STS.NTexample', keySecret, token, expires: localMoment(ends) }),
    ).toHaveProperty('value.credentials.expiresAt', ends);
  });

  it('does not read the key when it comes from a URI', () => {
    const result = read({ from: 'uri', uri: ' https://keys.example.com/acme ', keyId: 'x y' });
    expect(result).toHaveProperty('value.account.key', {
      from: 'uri',
      uri: 'https://keys.example.com/acme',
    });
    expect(result).not.toHaveProperty('value.credentials');
  });

  it.each<[string, Partial<FormFields>, string, string]>([
    ['an empty name', { name: ' ' }, 'name', 'fault_name_empty'],
    ['too long a name', { name: 'x'.repeat(81) }, 'name', 'fault_name_long'],
    ['no id', { keySecret }, 'keyId', 'fault_key_id_empty'],
    ['no secret', { keyId }, 'keySecret', 'fault_secret_empty'],
    ['a space in the id', { keyId: 'LTAI 5t', keySecret }, 'keyId', 'fault_spaces'],
    ['a space in the secret', { keyId, keySecret: 'a b' }, 'keySecret', 'fault_spaces'],
    ['id and secret swapped', { keyId: keySecret, keySecret: keyId }, 'keyId', 'fault_swapped'],
    ['an STS id alone', { keyId: 'STS.NTx', keySecret }, 'token', 'fault_token_missing'],
    ['a strange id', { keyId: 'LTAI5t/…', keySecret }, 'keyId', 'fault_key_id'],
    [
      'an expired token',
      { keyId, keySecret, token, expires: localMoment(NOW) },
      'expires',
      'fault_expires_past',
    ],
    ['an unknown region', { region: 'moon-1' }, 'region', 'fault_region'],
    ['no job at all', { largestJob: '0' }, 'largestJob', 'fault_largest_job'],
    ['half a job', { largestJob: '1.5' }, 'largestJob', 'fault_largest_job'],
    ['too large a job', { largestJob: String(LARGEST_JOB + 1) }, 'largestJob', 'fault_largest_job'],
    ['no URI', { from: 'uri', uri: ' ' }, 'uri', 'fault_uri_empty'],
    ['a text that is not a URI', { from: 'uri', uri: 'keys' }, 'uri', 'fault_uri'],
    ['another scheme', { from: 'uri', uri: 'ftp://keys.example.com/' }, 'uri', 'fault_uri'],
    ['plain HTTP', { from: 'uri', uri: 'http://keys.example.com/' }, 'uri', 'fault_uri_http'],
    ['a password', { from: 'uri', uri: 'https://a:b@example.com/' }, 'uri', 'fault_uri_password'],
  ])('finds the fault in %s', (_what, fields, field, key) => {
    expect(faultsOf(fields)).toHaveProperty(`${field}.key`, key);
  });

  it('says which line is not a domain', () => {
    expect(faultsOf({ domains: 'a.example\n\nnot a domain' }).domains).toEqual({
      key: 'fault_domain',
      with: ['3', 'not a domain'],
    });
    expect(faultsOf({ domains: 'https://a.example/' }).domains).toEqual({
      key: 'fault_domain_address',
      with: ['1', 'https://a.example/'],
    });
  });

  it('never puts a secret into a fault', () => {
    const text = JSON.stringify(faultsOf({ keyId: keySecret, keySecret: keyId, token: 'a b' }));
    expect(text).not.toContain(keySecret);
    expect(text).not.toContain(keyId);
  });
});

it('typedDomains returns each domain once, valid or not', () => {
  expect(typedDomains(' A.example \n\nb\na.EXAMPLE\n')).toEqual(['a.example', 'b']);
});
