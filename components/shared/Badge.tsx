import './badge.css';

export interface BadgeProps {
  readonly tone?: 'calm' | 'good' | 'warn' | 'bad';
  readonly children: string;
  readonly hint?: string | undefined;
}

/** One word that says what something is. The word says it without the colour. */
export function Badge({ tone = 'calm', children, hint }: BadgeProps) {
  return (
    <span class={`badge badge-${tone}`} title={hint}>
      {children}
    </span>
  );
}
