import { describe, expect, it } from 'vitest';
import { NEW_ACCOUNT } from '../../utils/vault/account.ts';
import { type FormFields, readForm } from './form.ts';

const blank: FormFields = {
  name: 'Acme',
  region: 'cn-shanghai',
  keyId: '',
  keySecret: '',
  token: '',
  domains: '',
  grace: '5',
};
const keyId = 'LTAI5tExampleExample0001';
const keySecret = 'ExampleSecretExampleSecret0001';

const read = (fields: Partial<FormFields>) => readForm({ ...blank, ...fields }, 'id-1');
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
      grace: '0',
    });
    expect(result).toEqual({
      value: {
        account: {
          ...NEW_ACCOUNT,
          id: 'id-1',
          name: 'Acme',
          region: 'cn-shanghai',
          ownDomains: ['img.example.com', '*.example.org'],
        },
        credentials: { accessKeyId: keyId, accessKeySecret: keySecret },
        graceSeconds: 0,
      },
    });
  });

  it('leaves the key alone when its fields are empty', () => {
    expect(read({})).toHaveProperty('value');
    expect(read({})).not.toHaveProperty('value.credentials');
  });

  it('takes a token', () => {
    const result = read({ keyId: 'STS.NTexample', keySecret, token: ' CAISexample== ' });
    expect(result).toHaveProperty('value.credentials.securityToken', 'CAISexample==');
  });

  it.each<[string, Partial<FormFields>, string, string]>([
    ['an empty name', { name: ' ' }, 'name', 'fault_name_empty'],
    ['no id', { keySecret }, 'keyId', 'fault_key_id_empty'],
    ['no secret', { keyId }, 'keySecret', 'fault_secret_empty'],
    ['a space in the id', { keyId: 'LTAI 5t', keySecret }, 'keyId', 'fault_spaces'],
    ['a space in the secret', { keyId, keySecret: 'a b' }, 'keySecret', 'fault_spaces'],
    ['id and secret swapped', { keyId: keySecret, keySecret: keyId }, 'keyId', 'fault_swapped'],
    ['an STS id alone', { keyId: 'STS.NTx', keySecret }, 'token', 'fault_token_missing'],
    ['a strange id', { keyId: 'LTAI5t/…', keySecret }, 'keyId', 'fault_key_id'],
    ['too long a grace period', { grace: '601' }, 'grace', 'fault_grace'],
    ['a broken grace period', { grace: '1.5' }, 'grace', 'fault_grace'],
    ['an unknown region', { region: 'moon-1' }, 'region', 'fault_region'],
  ])('names %s', (_what, fields, field, key) => {
    expect(faultsOf(fields)).toHaveProperty(`${field}.key`, key);
  });

  it('names the line of a domain that is none', () => {
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
