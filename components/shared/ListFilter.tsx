import './input.css';
import './list-filter.css';

export interface ListFilterProps<Value extends string> {
  readonly label: string;
  /** The name of the option that filters nothing. */
  readonly any: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
}

/** A filter of a list: one of several values, or any. */
export function ListFilter<Value extends string>(props: ListFilterProps<Value>) {
  const { label, any, options, chosen, onChoose } = props;
  return (
    <select
      class="input list-filter"
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget }) =>
        onChoose(options.find(({ value }) => value === currentTarget.value)?.value)
      }
    >
      <option value="">{any}</option>
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
