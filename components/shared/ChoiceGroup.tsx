import type { ComponentChildren } from 'preact';
import './choice-group.css';

export interface ChoiceGroupProps {
  readonly legend: string;
  readonly class?: string;
  readonly disabled?: boolean;
  /** The id of what says more of the group. */
  readonly describedBy?: string | undefined;
  readonly children: ComponentChildren;
}

/** Choices that belong together, under a legend. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { legend, disabled, describedBy, children } = props;
  return (
    <fieldset
      class={props.class === undefined ? 'choices' : `choices ${props.class}`}
      disabled={disabled}
      aria-describedby={describedBy}
    >
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
