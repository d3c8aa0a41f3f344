import { useEffect, useReducer } from 'preact/hooks';
import type { JobRecord } from '../../utils/job/job-record.ts';

export type View = 'page' | 'collected' | 'history';

interface State {
  readonly view: View;
  /** The id of the job that is open in the history. */
  readonly openedJob?: string;
  /** The id of the job that was open before: the focus returns to it. */
  readonly lastJob?: string;
}

type Step =
  | { readonly to: 'view'; readonly view: View }
  | { readonly to: 'job'; readonly jobId: string }
  | { readonly to: 'history' };

/** Which view and which job the app shows, and functions to change that. */
export interface Place extends State {
  /** The job that has not ended, if there is one. */
  readonly running: JobRecord | undefined;
  readonly showView: (view: View) => void;
  readonly openJob: (jobId: string) => void;
  /** Closes the open job. */
  readonly leaveJob: () => void;
}

function afterStep(state: State, step: Step): State {
  if (step.to === 'view') return { view: step.view };
  if (step.to === 'job') return { ...state, view: 'history', openedJob: step.jobId };
  return { view: state.view, ...(state.openedJob && { lastJob: state.openedJob }) };
}

/**
 * Holds which view is shown, and which job in it.
 * @param jobs Newest first; `undefined` until they are read.
 * @param only The key of the collected item that the app opens on, if there is one.
 */
export function usePlace(jobs: readonly JobRecord[] | undefined, only: string | null): Place {
  const [state, step] = useReducer(afterStep, { view: only === null ? 'page' : 'collected' });
  const running = jobs?.find((job) => job.state !== 'ended');
  const openJob = (jobId: string) => step({ to: 'job', jobId });

  // The app opens on a running job, unless it opens on an image that the person just chose.
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
