import type { ComponentChildren } from 'preact';
import './choice.css';
import './choice-group.css';

export interface ChoiceGroupProps {
  readonly legend: string;
  readonly hint?: string;
  readonly class?: string;
  readonly disabled?: boolean;
  /** The id of the element that explains the group. */
  readonly describedBy?: string | undefined;
  readonly children: ComponentChildren;
}

/** Choices that belong together, with a legend. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { legend, hint, disabled, describedBy, children } = props;
  return (
    <fieldset
      class={props.class === undefined ? 'choices' : `choices ${props.class}`}
      disabled={disabled}
      aria-describedby={describedBy}
    >
      <legend>{legend}</legend>
      {hint !== undefined && <p class="choice-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
