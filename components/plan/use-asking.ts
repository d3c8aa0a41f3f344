import { useEffect, useRef, useState } from 'preact/hooks';

/** While VOD is asked: how many ids have an answer, and a function to skip the rest. */
export interface Pending {
  readonly done: number;
  readonly all: number;
  readonly skip: () => void;
}

export interface AskingOptions<Said> {
  readonly accountId: string;
  /** A text that changes whenever there is more to ask; empty when there is nothing. */
  readonly question: string;
  /** The answers before the first part. */
  readonly nothing: Said;
  /** Asks what has no answer yet. `take` takes all answers so far; it returns `false` to end. */
  readonly ask: (said: Said, take: (said: Said) => boolean) => Promise<unknown>;
}

/** The state of the asking. */
export interface Asking<Said> {
  readonly said: Said;
  /** Whether more is still being asked. */
  readonly open: boolean;
  /** Ends the asking. */
  readonly skip: () => void;
}

/** Asks VOD in parts, and again whenever the question changes. Earlier answers are kept. */
export function useAsking<Said>(options: AskingOptions<Said>): Asking<Said> {
  const { accountId, question, nothing, ask } = options;
  const [said, setSaid] = useState(nothing);
  const [endedWith, setEndedWith] = useState<string>();
  const end = useRef(() => {});

  useEffect(() => {
    let over = false;
    const take = (all: Said) => {
      if (!over) setSaid(() => all);
      return !over;
    };
    end.current = () => {
      // Later answers must not change the plan that the person sees.
      over = true;
      setEndedWith(question);
    };
    const ended = () => {
      if (!over) setEndedWith(question);
    };
    // A failure only means that there is less to show.
    if (question !== '') void ask(said, take).then(ended, ended);
    return () => {
      over = true;
    };
  }, [accountId, question]);

  return {
    said,
    open: question !== '' && endedWith !== question,
    skip: () => end.current(),
  };
}
