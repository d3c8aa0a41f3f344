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
 * The worker, for tests of components: it notes what was sent to it, and answers as a test says. A
 * command that no answer was set for answers nothing.
 */
export const worker = {
  /** Sets what a command answers from now on: a value, or what a function makes of its input. */
  answers<Name extends string, Input, Output>(
    command: Command<Name, Input, Output>,
    answer: Answer<Input, Output>,
  ): void {
    failure = undefined;
    answers.set(command.name, answer);
  },

  /** Has every command fail from now on. */
  fails(error: Error = new Error('no answer')): void {
    failure = error;
  },

  /** Every command that was sent, by its name, with its input. */
  sent(): readonly (readonly [name: string, input: unknown])[] {
    return calls.map(({ name, input }) => [name, input] as const);
  },

  /** The inputs with which one command was sent. */
  sentTo<Name extends string, Input, Output>(
    command: Command<Name, Input, Output>,
  ): readonly Input[] {
    return calls.filter(({ name }) => name === command.name).map(({ input }) => input as Input);
  },

  /** Forgets all of it. */
  reset(): void {
    answers.clear();
    calls = [];
    failure = undefined;
  },

  /** Stands in for `send` of `utils/browser/messages.ts`. */
  async send({ name }: { readonly name: string }, input: unknown): Promise<unknown> {
    calls.push({ name, input });
    if (failure !== undefined) throw failure;
    const answer = answers.get(name);
    return typeof answer === 'function' ? answer(input) : answer;
  },
};
