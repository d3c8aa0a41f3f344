import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { KeySource } from '../../utils/keys/credentials.ts';

/** The text of the fields, as the person typed it. */
export interface FormFields {
  readonly name: string;
  readonly colour: string;
  readonly region: string;
  readonly domains: string;
  readonly largestJob: string;
  readonly byVideo: boolean;
  readonly from: KeySource['from'];
  readonly uri: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly token: string;
  /** The value of a `datetime-local` input, in local time. */
  readonly expires: string;
}

export type FieldName = keyof FormFields;

/** Sets the value of a field. */
export type Change = <Name extends FieldName>(name: Name, value: FormFields[Name]) => void;

/** What is wrong with a field: a message, and the values to put into it. */
export interface FieldFault {
  readonly key: MessageKey;
  readonly with?: string[];
}

export type Faults = Partial<Readonly<Record<FieldName, FieldFault>>>;

/** The props that every part of the account's form takes. */
export interface FormPart {
  readonly fields: FormFields;
  readonly change: Change;
  /** @returns What is wrong with a field, in words; `undefined` when nothing is. */
  readonly faultOf: (name: FieldName) => string | undefined;
}

/** @returns A function that puts the fault of a field into words. */
export function faultWords(faults: Faults): FormPart['faultOf'] {
  return (name) => {
    const fault = faults[name];
    return fault === undefined ? undefined : t(fault.key, fault.with);
  };
}
