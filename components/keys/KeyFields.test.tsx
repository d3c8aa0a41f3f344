// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldOf, show, type } from '../../tests/components/page.ts';
import { fieldsOf } from '../accounts/form.ts';
import type { Change, FormFields } from '../accounts/form-part.ts';
import { KeyFields } from './KeyFields.tsx';

const keyId = 'LTAI5tExampleExample0001';
const keySecret = 'ExampleSecretExampleSecret0001';

function Fields() {
  const [fields, setFields] = useState<FormFields>(() => fieldsOf(undefined));
  const [filled, setFilled] = useState(false);
  const change: Change = (name, value) => setFields((before) => ({ ...before, [name]: value }));
  return (
    <KeyFields
      fields={fields}
      change={change}
      faultOf={() => undefined}
      filled={filled}
      onFilled={setFilled}
    />
  );
}

/** Pastes a text into a field. @returns Whether the browser inserts the text itself. */
const paste = async (label: string, text: string) => {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  await act(() => void fieldOf(label).dispatchEvent(event));
  return !event.defaultPrevented;
};
const values = () =>
  ['AccessKey ID', 'AccessKey secret', 'STS token'].map((label) => fieldOf(label).value);

beforeEach(async () => {
  await show(<Fields />);
});

describe('KeyFields', () => {
  it('fills all fields from the file of the RAM console', async () => {
    const taken = await paste(
      'AccessKey secret',
      `\uFEFFAccessKey ID,AccessKey Secret\r\n${keyId},${keySecret}\r\n`,
    );
    expect(taken).toBe(false);
    expect(values()).toEqual([keyId, keySecret, '']);
    expect(document.body.textContent).toContain('filled from what you pasted');
  });

  it('fills the token and its expiry from the answer of AssumeRole', async () => {
    await paste(
      'AccessKey ID',
      JSON.stringify({
        Credentials: {
          AccessKeyId: 'STS.NTexample',
          AccessKeySecret: keySecret,
          SecurityToken: 'CAISexample==',
          Expiration: '2026-11-24T09:00:00Z',
        },
      }),
    );
    expect(values()).toEqual(['STS.NTexample', keySecret, 'CAISexample==']);
    expect(new Date(fieldOf('The token ends at').value).getTime()).toBe(Date.UTC(2026, 10, 24, 9));
  });

  it('does not handle a paste that is not a whole key', async () => {
    expect(await paste('AccessKey ID', keyId)).toBe(true);
    expect(values()).toEqual(['', '', '']);
  });

  it('removes an earlier token', async () => {
    await type('STS token', 'CAISearlier==');
    await paste('AccessKey ID', `AccessKey ID,AccessKey Secret\n${keyId},${keySecret}\n`);
    expect(values()).toEqual([keyId, keySecret, '']);
  });
});
