import { t } from '../../utils/browser/i18n.ts';
import type { Change, Faults, FieldName, FormFields } from './form.ts';

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
