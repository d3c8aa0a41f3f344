import './cut-name.css';

export interface CutNameProps {
  /** The name of a file, or an id. */
  readonly name: string;
  readonly class?: string;
  readonly title?: string;
}

/** A name that is cut at its start where there is no room: what tells those of one video apart stands at the end. */
export function CutName({ name, title, ...props }: CutNameProps) {
  return (
    <span class={props.class === undefined ? 'cut-name' : `cut-name ${props.class}`} title={title}>
      {LEFT_TO_RIGHT}
      {name}
      {LEFT_TO_RIGHT}
    </span>
  );
}

// Its box is read from the right, so that it is cut at its start; the name itself is not.
const LEFT_TO_RIGHT = '\u200e';
