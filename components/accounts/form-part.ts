import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { KeySource } from '../../utils/keys/credentials.ts';

/** What stands in the fields, as it was typed. */
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
  /** As an input of type datetime-local has it, in the person's own time. */
  readonly expires: string;
}

export type FieldName = keyof FormFields;

/** Puts a value into a field. */
export type Change = <Name extends FieldName>(name: Name, value: FormFields[Name]) => void;

/** What is wrong with a field, as a message and what to put into it. */
export interface FieldFault {
  readonly key: MessageKey;
  readonly with?: string[];
}

export type Faults = Partial<Readonly<Record<FieldName, FieldFault>>>;

/** What every part of the account's form works with. */
export interface FormPart {
  readonly fields: FormFields;
  readonly change: Change;
  /** What is wrong with a field, in words. */
  readonly faultOf: (name: FieldName) => string | undefined;
}

/** Gives the words of a field's fault, if it has one. */
export function faultWords(faults: Faults): FormPart['faultOf'] {
  return (name) => {
    const fault = faults[name];
    return fault === undefined ? undefined : t(fault.key, fault.with);
  };
}
