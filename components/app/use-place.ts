import { useEffect, useReducer } from 'preact/hooks';
import type { JobRecord } from '../../utils/job/job-record.ts';

export type View = 'page' | 'collected' | 'history';

interface State {
  readonly view: View;
  /** The job that is open in the history. */
  readonly openedJob?: string;
  /** The job that was open before: the keyboard goes back to it. */
  readonly lastJob?: string;
}

type Step =
  | { readonly to: 'view'; readonly view: View }
  | { readonly to: 'job'; readonly jobId: string }
  | { readonly to: 'history' };

/** Where the person is in the app, and the ways from there. */
export interface Place extends State {
  /** The job that has not ended, if there is one. */
  readonly running: JobRecord | undefined;
  readonly showView: (view: View) => void;
  readonly openJob: (jobId: string) => void;
  /** Leaves the open job. */
  readonly leaveJob: () => void;
}

function afterStep(state: State, step: Step): State {
  if (step.to === 'view') return { view: step.view };
  if (step.to === 'job') return { ...state, view: 'history', openedJob: step.jobId };
  return { view: state.view, ...(state.openedJob && { lastJob: state.openedJob }) };
}

/**
 * Which view is shown, and which job in it.
 *
 * @param jobs newest first; `undefined` until they are read
 * @param only the collected item that the app opens on, if on one
 */
export function usePlace(jobs: readonly JobRecord[] | undefined, only: string | null): Place {
  const [state, step] = useReducer(afterStep, { view: only === null ? 'page' : 'collected' });
  const running = jobs?.find((job) => job.state !== 'ended');
  const openJob = (jobId: string) => step({ to: 'job', jobId });

  // What was running when the app was closed is what the person looks for when it opens again, but
  // not when it opens on an image that they just chose.
  const known = jobs !== undefined;
  useEffect(() => {
    if (only === null && running !== undefined) openJob(running.id);
  }, [known]);

  return {
    ...state,
    running,
    showView: (view) => step({ to: 'view', view }),
    openJob,
    leaveJob: () => step({ to: 'history' }),
  };
}
