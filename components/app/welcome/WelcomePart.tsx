import type { ComponentChildren } from 'preact';
import './welcome-part.css';

export interface WelcomePartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A step of the welcome page. */
export function WelcomePart({ title, children }: WelcomePartProps) {
  return (
    <section class="welcome-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
