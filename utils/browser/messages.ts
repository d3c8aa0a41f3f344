import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { sleep } from '../async/sleep.ts';

/** Who may send a command: only pages of the extension, or content scripts as well. */
export type Audience = 'own-pages' | 'content-scripts';

/** A command of the extension: its name, who may send it, its input's schema, its result's type. */
export interface Command<Name extends string, Input, Output> {
  readonly name: Name;
  readonly audience: Audience;
  readonly input: v.GenericSchema<unknown, Input>;
  /** Only for the type. Never set. */
  readonly output?: Output;
}

/** A command with its handler. */
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
 * Defines a command that only pages of the extension may send. `Output` is the type of its result.
 * @example const stopJob = command<void>()('stopJob', v.object({ jobId: v.string() }));
 */
export function command<Output>() {
  return <const Name extends string, Input>(
    name: Name,
    input: v.GenericSchema<unknown, Input>,
  ): Command<Name, Input, Output> => ({ name, audience: 'own-pages', input });
}

/**
 * Defines a command that content scripts may send too. So can a page that took over its renderer.
 * The command must never read a secret or delete.
 */
export function reportCommand<Output>() {
  return <const Name extends string, Input>(
    name: Name,
    input: v.GenericSchema<unknown, Input>,
  ): Command<Name, Input, Output> => ({ name, audience: 'content-scripts', input });
}

/** Connects a command with its handler. The handler gets only input that passed the schema. */
export function serve<Name extends string, Input, Output>(
  definition: Command<Name, Input, Output>,
  handler: (input: Input, sender: Sender) => Promise<Output> | Output,
): Served {
  return {
    name: definition.name,
    audience: definition.audience,
    async run(input, sender) {
      const parsed = v.safeParse(definition.input, input);
      // Only the path of the field is in the error: the received value could be a secret.
      if (!parsed.success) {
        const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').join(', ');
        throw new CommandError('invalid', `${definition.name}: not understood (${where})`);
      }
      return handler(parsed.output, sender);
    },
  };
}

/**
 * The only sender check.
 * @returns Who sent a message, or `undefined` when it was not this extension.
 */
export function judgeSender(sender: Browser.runtime.MessageSender): Sender | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const own = originOf(browser.runtime.getURL('/popup.html'));
  if (own !== undefined && originOf(sender.url) === own) return { from: 'own-page' };
  const tabId = sender.tab?.id;
  if (tabId === undefined) return undefined;
  return { from: 'content-script', tabId, frameId: sender.frameId ?? 0 };
}

// In some browsers `URL.origin` of an extension page is the string "null", so the parts are joined.
function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Answers one message. Refuses unknown commands and senders without the right. Never throws. */
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

/** Answers every message with these commands. Must be called once, when the worker starts. */
export function serveCommands(commands: readonly Served[]): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    void answer(commands, message, sender).then(sendResponse);
    return true;
  });
}

/**
 * Sends a command to the worker.
 * @returns The result of its handler.
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

/** How often a message is sent to a worker that is just ending or starting. */
const OFFERS = 4;

/** Delivers a message. One that nobody received had no effect, so it is sent again. */
async function deliver(message: object): Promise<Reply> {
  for (let offers = 1; ; offers += 1) {
    try {
      return await browser.runtime.sendMessage(message);
    } catch (error) {
      const unheard = String(error).includes('Receiving end does not exist');
      if (!unheard || offers === OFFERS) throw error;
      await sleep(100 * offers);
    }
  }
}
