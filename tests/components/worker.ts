import type { Command } from '../../utils/browser/messages.ts';

type Answer<Input, Output> = Output | ((input: Input) => Output | Promise<Output>);

interface Sent {
  readonly name: string;
  readonly input: unknown;
}

const answers = new Map<string, unknown>();
let calls: Sent[] = [];
let failure: Error | undefined;

/**
 * The worker in tests of components. It records the commands that are sent to it, and answers what
 * a test sets; undefined where nothing is set.
 */
export const worker = {
  /** Sets the answer to a command: a value, or a function that gets the command's input. */
  answers<Name extends string, Input, Output>(
    command: Command<Name, Input, Output>,
    answer: Answer<Input, Output>,
  ): void {
    failure = undefined;
    answers.set(command.name, answer);
  },

  /** Makes commands fail until the next answer is set. */
  fails(error: Error = new Error('no answer')): void {
    failure = error;
  },

  /** The names and inputs of all commands that were sent. */
  sent(): readonly (readonly [name: string, input: unknown])[] {
    return calls.map(({ name, input }) => [name, input] as const);
  },

  /** The inputs of one command, each time it was sent. */
  sentTo<Name extends string, Input, Output>(
    command: Command<Name, Input, Output>,
  ): readonly Input[] {
    return calls.filter(({ name }) => name === command.name).map(({ input }) => input as Input);
  },

  /** Removes all answers and records. */
  reset(): void {
    answers.clear();
    calls = [];
    failure = undefined;
  },

  /** Replaces `send` of `utils/browser/messages.ts`. */
  async send({ name }: { readonly name: string }, input: unknown): Promise<unknown> {
    calls.push({ name, input });
    if (failure !== undefined) throw failure;
    const answer = answers.get(name);
    return typeof answer === 'function' ? answer(input) : answer;
  },
};
