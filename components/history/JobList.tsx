import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { STEPS, stepTo } from '../shared/Grid.tsx';
import { useVirtualRows } from '../shared/virtual-rows.ts';
import { JobEntry } from './JobEntry.tsx';
import './job-list.css';

const GUESSED_HEIGHT = 92;

export interface JobListProps {
  readonly jobs: readonly JobRecord[];
  /** The id of the job that was open before: the focus returns to it. */
  readonly last: string | undefined;
  readonly onOpen: (jobId: string) => void;
}

/**
 * Jobs as a list of buttons. One is in the tab order, and arrow keys move the focus to the others.
 * Only visible ones are rendered.
 */
export function JobList({ jobs, last, onOpen }: JobListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(last);
  const [focused, setFocused] = useState(last);
  const at = Math.max(
    0,
    jobs.findIndex(({ id }) => id === active),
  );
  const { rows, height, measure, reveal } = useVirtualRows({
    count: jobs.length,
    rowHeight: GUESSED_HEIGHT,
    keep: at,
    scroller,
  });
  useEffect(() => {
    if (focused === undefined) return;
    reveal(at);
    scroller.current
      ?.querySelector<HTMLElement>('.history-job[tabindex="0"]')
      ?.focus({ preventScroll: true });
    setFocused(undefined);
  }, [focused]);

  useEffect(() => {
    if (active === undefined || jobs.some(({ id }) => id === active)) return;
    // When the focused job is removed, the focus moves to the first job.
    const first = jobs[0]?.id;
    setActive(first);
    if (document.activeElement === document.body) setFocused(first);
  }, [jobs]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / GUESSED_HEIGHT) - 1;
    const to = jobs[stepTo(step, at, jobs.length, Math.max(1, page))]?.id;
    setActive(to);
    setFocused(to);
  };

  return (
    <div ref={scroller} class="history-list">
      <ul aria-label={t('history_list')} style={{ height: `${height}px` }} onKeyDown={onKeyDown}>
        {rows.map(({ index, start }) => {
          const job = jobs[index];
          return job === undefined ? null : (
            <Row key={job.id} index={index} count={jobs.length} start={start} measure={measure}>
              <JobEntry
                job={job}
                reachable={index === at}
                onFocus={() => setActive(job.id)}
                onOpen={() => onOpen(job.id)}
              />
            </Row>
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly children: ComponentChildren;
}

function Row({ index, count, start, measure, children }: RowProps) {
  const element = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => measure(element.current));
  return (
    <li
      ref={element}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${start}px)` }}
    >
      {children}
    </li>
  );
}
