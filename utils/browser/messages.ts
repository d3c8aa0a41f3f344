import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';

/** Who may send a command: only pages of the extension, or content scripts as well. */
export type Audience = 'own-pages' | 'content-scripts';

/** A command of the extension: its name, who may send it, its input's schema, and its result's type. */
export interface Command<Name extends string, Input, Output> {
  readonly name: Name;
  readonly audience: Audience;
  readonly input: v.GenericSchema<unknown, Input>;
  /** Carries the type only; never set. */
  readonly output?: Output;
}

/** A command with what carries it out. */
export interface Served {
  readonly name: string;
  readonly audience: Audience;
  run(input: unknown, sender: Sender): Promise<unknown>;
}

/** Who sent a message: an extension page, or a content script in a frame of a tab. */
export type Sender =
  | { readonly from: 'own-page' }
  | { readonly from: 'content-script'; readonly tabId: number; readonly frameId: number };

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: CommandErrorCode; readonly message: string };

/** Why a command was not carried out. */
export type CommandErrorCode = 'refused' | 'invalid' | 'failed';

/** Thrown by {@link send} when the worker refused the command or could not carry it out. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;

  constructor(code: CommandErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Defines a command that only pages of the extension may send. `Output` is the type that its handler
 * returns.
 * @example const stopJob = command<void>()('stopJob', v.object({ jobId: v.string() }));
 */
export function command<Output>() {
  return <const Name extends string, Input>(
    name: Name,
    input: v.GenericSchema<unknown, Input>,
  ): Command<Name, Input, Output> => ({ name, audience: 'own-pages', input });
}

/**
 * Defines a command that content scripts may send too, and so anything that took over the renderer of
 * a web page. It must never read a secret or delete.
 */
export function reportCommand<Output>() {
  return <const Name extends string, Input>(
    name: Name,
    input: v.GenericSchema<unknown, Input>,
  ): Command<Name, Input, Output> => ({ name, audience: 'content-scripts', input });
}

/** Joins a command to its handler, which gets only input that passed the schema. */
export function serve<Name extends string, Input, Output>(
  definition: Command<Name, Input, Output>,
  handler: (input: Input, sender: Sender) => Promise<Output> | Output,
): Served {
  return {
    name: definition.name,
    audience: definition.audience,
    async run(input, sender) {
      const parsed = v.safeParse(definition.input, input);
      // The issue's path names the field; its received value could be a secret and stays out.
      if (!parsed.success) {
        const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').join(', ');
        throw new CommandError('invalid', `${definition.name}: not understood (${where})`);
      }
      return handler(parsed.output, sender);
    },
  };
}

/**
 * The one sender check: says who sent a message, or `undefined` for anyone who is not this
 * extension.
 */
export function judgeSender(sender: Browser.runtime.MessageSender): Sender | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const own = originOf(browser.runtime.getURL('/popup.html'));
  if (own !== undefined && originOf(sender.url) === own) return { from: 'own-page' };
  const tabId = sender.tab?.id;
  if (tabId === undefined) return undefined;
  return { from: 'content-script', tabId, frameId: sender.frameId ?? 0 };
}

// `URL.origin` of an extension page is the string "null" in some browsers, so the parts are joined.
function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Answers one message; never throws. Unknown commands and those of other senders are refused. */
export async function answer(
  commands: readonly Served[],
  message: unknown,
  rawSender: Browser.runtime.MessageSender,
): Promise<Reply> {
  const envelope = v.safeParse(v.object({ command: v.string(), input: v.unknown() }), message);
  if (!envelope.success) return refusal('invalid', 'Not a command');
  const sender = judgeSender(rawSender);
  if (sender === undefined) return refusal('refused', 'Unknown sender');
  const served = commands.find((entry) => entry.name === envelope.output.command);
  const open = served?.audience === 'content-scripts' || sender.from === 'own-page';
  if (served === undefined || !open) return refusal('refused', 'Not a command of this sender');
  try {
    return { ok: true, value: await served.run(envelope.output.input, sender) };
  } catch (error) {
    if (error instanceof CommandError) return refusal(error.code, error.message);
    console.error(error);
    return refusal('failed', error instanceof Error ? error.message : 'Unknown error');
  }
}

function refusal(code: CommandErrorCode, message: string): Reply {
  return { ok: false, code, message };
}

/** Answers every message of this extension by these commands. Call once, when the worker starts. */
export function serveCommands(commands: readonly Served[]): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    void answer(commands, message, sender).then(sendResponse);
    return true;
  });
}

/**
 * Sends a command to the worker and gives what its handler gave.
 * @throws CommandError when it was refused, not understood, or failed.
 */
export async function send<Name extends string, Input, Output>(
  definition: Command<Name, Input, Output>,
  input: Input,
): Promise<Output> {
  const reply = await deliver({ command: definition.name, input });
  if (!reply.ok) throw new CommandError(reply.code, reply.message);
  return reply.value as Output;
}

/** Times a message is offered to a worker that is just being ended or started. */
const OFFERS = 4;

/** Delivers a message; one that reached nobody is offered again, since it cannot have done anything. */
async function deliver(message: object): Promise<Reply> {
  for (let offers = 1; ; offers += 1) {
    try {
      return await browser.runtime.sendMessage(message);
    } catch (error) {
      const unheard = String(error).includes('Receiving end does not exist');
      if (!unheard || offers === OFFERS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * offers));
    }
  }
}
