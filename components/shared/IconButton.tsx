import { Glyph, type GlyphName } from './Glyph.tsx';
import './button.css';
import './icon-button.css';

export interface IconButtonProps {
  readonly glyph: GlyphName;
  /** The accessible name; also shown on hover. */
  readonly name: string;
  readonly class?: string;
  /** The shortcut key, in the format of `aria-keyshortcuts`. */
  readonly shortcut?: string;
  readonly onPress: () => void;
}

/** A button that shows only an icon. */
export function IconButton({ glyph, name, shortcut, onPress, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      class={props.class === undefined ? 'button icon-button' : `button icon-button ${props.class}`}
      title={name}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      onClick={onPress}
    >
      <Glyph name={glyph} />
    </button>
  );
}
