import { useEffect, useRef, useState } from 'preact/hooks';

/** While VOD is asked: how many are answered, and a way to go on without the rest. */
export interface Pending {
  readonly done: number;
  readonly all: number;
  readonly skip: () => void;
}

export interface AskingOptions<Said> {
  readonly accountId: string;
  /** What is asked, as a text that is another whenever more is asked; empty where nothing is. */
  readonly question: string;
  /** What is known before anything was asked. */
  readonly nothing: Said;
  /** Asks for what was not said yet; `take` gets all that was said until then, and ends it by `false`. */
  readonly ask: (said: Said, take: (said: Said) => boolean) => Promise<unknown>;
}

/** How the asking stands. */
export interface Asking<Said> {
  readonly said: Said;
  /** Whether more is still being asked. */
  readonly open: boolean;
  /** Ends the asking. */
  readonly skip: () => void;
}

/** Asks VOD in parts, and again whenever the question is another. What was said before is kept. */
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
      // What VOD says from now on must not change the plan under the person's eyes.
      over = true;
      setEndedWith(question);
    };
    const ended = () => {
      if (!over) setEndedWith(question);
    };
    // No answer means less to read, and nothing else.
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
