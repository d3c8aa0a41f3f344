import type { ComponentChildren } from 'preact';
import './editor-part.css';

export interface EditorPartProps {
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A part of the account's form. */
export function EditorPart({ title, children }: EditorPartProps) {
  return (
    <div class="editor-part">
      {title !== undefined && <h4>{title}</h4>}
      {children}
    </div>
  );
}
