import type { ComponentChildren } from 'preact';
import { Glyph, type GlyphName } from './Glyph.tsx';
import './empty.css';

export interface EmptyProps {
  readonly glyph: GlyphName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** What stands where a list would be: why there is none, and what can be done. */
export function Empty({ glyph, title, children }: EmptyProps) {
  return (
    <div class="empty" role="status">
      <Glyph name={glyph} />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
