import type { ComponentChildren } from 'preact';
import './notice.css';

export interface NoticeProps {
  readonly tone?: 'calm' | 'warn' | 'bad' | 'good';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** What the person can do about it. */
  readonly actions?: ComponentChildren;
  /** `status` is read aloud at a pause, `alert` at once; without a role it is not announced. */
  readonly role?: 'status' | 'alert';
}

/** A message that stays on the page. */
export function Notice({ tone = 'calm', title, children, actions, role }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
