import type { ComponentChildren } from 'preact';
import { Glyph, type GlyphName } from './Glyph.tsx';
import './empty.css';

export interface EmptyProps {
  readonly glyph: GlyphName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Shown in place of an empty list: why it is empty, and what the person can do. */
export function Empty({ glyph, title, children }: EmptyProps) {
  return (
    <div class="empty" role="status">
      <Glyph name={glyph} />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
