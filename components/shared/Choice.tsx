import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './choice.css';

export interface ChoiceProps {
  /** `radio` for one of several; `checkbox` for one that is on or off by itself. */
  readonly type: 'radio' | 'checkbox';
  /** The name that the radio buttons of one group share. */
  readonly group?: string;
  readonly name: string;
  readonly hint?: ComponentChildren;
  /** Which text is code and gets the fixed-width font. */
  readonly fixed?: 'name' | 'hint';
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange?: (checked: boolean) => void;
  /** Instead of `onChange`, when the browser accepts the action only from a click. */
  readonly onClick?: () => void;
}

/** A radio button or a checkbox with its name and a hint. */
export function Choice(props: ChoiceProps) {
  const { type, group, name, hint, fixed, checked, disabled, onChange, onClick } = props;
  const hintId = useId();
  const nameClass = fixed === 'name' ? 'choice-name fixed' : 'choice-name';
  return (
    <label class="choice">
      <input
        type={type}
        name={group}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={onChange && ((event) => onChange(event.currentTarget.checked))}
        onClick={onClick}
      />
      {hint === undefined ? (
        <span class={nameClass}>{name}</span>
      ) : (
        <span class="choice-text">
          <span class={nameClass}>{name}</span>
          <span class={fixed === 'hint' ? 'choice-hint fixed' : 'choice-hint'} id={hintId}>
            {hint}
          </span>
        </span>
      )}
    </label>
  );
}
