import './progress-bar.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The same in words, for those who do not see the bar. */
  readonly words: string;
}

/** How much of a whole is done. */
export function ProgressBar({ label, done, total, words }: ProgressBarProps) {
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={words}
    >
      <div
        class="progress-done"
        style={{ transform: `scaleX(${total === 0 ? 0 : done / total})` }}
      />
    </div>
  );
}
