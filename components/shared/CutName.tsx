import './cut-name.css';

export interface CutNameProps {
  /** The name of a file, or an id. */
  readonly name: string;
  readonly class?: string;
  readonly title?: string;
}

/** A name that is cut at its start: names of images of one video differ at the end. */
export function CutName({ name, title, ...props }: CutNameProps) {
  return (
    <span class={props.class === undefined ? 'cut-name' : `cut-name ${props.class}`} title={title}>
      {LEFT_TO_RIGHT}
      {name}
      {LEFT_TO_RIGHT}
    </span>
  );
}

// The box is right-to-left so that CSS cuts the start. This mark keeps the name left-to-right.
const LEFT_TO_RIGHT = '\u200e';
