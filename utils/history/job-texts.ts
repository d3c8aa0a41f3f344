import type { Plan } from '../plan/plan.ts';
import { targetName } from '../plan/target.ts';

/** What the frozen plan of a job adds to the job's record. */
export interface JobText {
  /** The pages on which the targets were found, each once, in the order of the plan. */
  readonly pages: readonly string[];
  /** The text that is searched, in lower case. */
  readonly text: string;
}

/** The most characters that are cached. Other plans are read again each time. */
const MOST_HELD = 20_000_000;

const NO_TEXT: JobText = { pages: [], text: '' };

/** The texts by which jobs are searched. Plans are large and never change, so texts are cached. */
export class JobTexts {
  readonly #read: (jobId: string) => Promise<Plan | undefined>;
  readonly #most: number;
  readonly #held = new Map<string, JobText>();
  #characters = 0;

  constructor(read: (jobId: string) => Promise<Plan | undefined>, most = MOST_HELD) {
    this.#read = read;
    this.#most = most;
  }

  /** @returns The text of a job; an empty text when the job was removed. */
  async of(jobId: string): Promise<JobText> {
    const held = this.#held.get(jobId);
    if (held !== undefined) return held;
    const plan = await this.#read(jobId);
    if (plan === undefined) return NO_TEXT;
    const made = textOf(plan);
    if (!this.#held.has(jobId) && this.#characters + made.text.length <= this.#most) {
      this.#characters += made.text.length;
      this.#held.set(jobId, made);
    }
    return made;
  }
}

function textOf({ id, targets }: Pick<Plan, 'id' | 'targets'>): JobText {
  const pages = new Set<string>();
  for (const { found } of targets) if (found?.page !== undefined) pages.add(found.page);
  const text = [id, ...pages, ...targets.map(targetName)].join('\n').toLowerCase();
  return { pages: [...pages], text };
}

/** @returns The words of a search, in lower case. */
export function wordsOf(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

/** @returns Whether a text in lower case contains all words. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
