import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FaultOptions } from './faults/fault.ts';
import type { FaultName } from './faults/index.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import type { RecordedCall } from './vod/calls.ts';

/** A call without its headers and body. */
export type CallInBrief = Pick<
  RecordedCall,
  'at' | 'action' | 'parameters' | 'nonce' | 'requestId' | 'status' | 'code' | 'answered'
>;

/** What can be called on a sandbox that runs in its own process. */
export interface RemoteSandbox {
  /** Turns a fault on; options that are left out have their defaults. */
  setFault(name: FaultName, options?: FaultOptions): void;
  clearFaults(): void;
  clearCalls(): void;
  reset(): void;
  calls(): readonly CallInBrief[];
  /** The paths of all images and snapshots, of both accounts, that are no longer at the origin. */
  gone(): readonly string[];
}

/** What does not change while a sandbox runs. */
export type SandboxFacts = Pick<Sandbox, 'port' | 'hostResolverRules' | 'certificate' | 'accounts'>;

type Asked = {
  readonly [Name in keyof RemoteSandbox]: (
    ...given: Parameters<RemoteSandbox[Name]>
  ) => Promise<ReturnType<RemoteSandbox[Name]>>;
};

/** A sandbox in its own process, so that its work does not count in measurements. */
export type SandboxProcess = SandboxFacts & Asked & { close(): Promise<void> };

/** A request to the process. */
export interface Question {
  readonly id: number;
  readonly name: keyof RemoteSandbox;
  readonly given: readonly unknown[];
}

/** A message of the process: first its facts, then one reply to each request. */
export type Said =
  | { readonly facts: SandboxFacts }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly problem: string };

/** Starts a sandbox in its own process, which ends together with this one. */
export async function startSandboxProcess(options: SandboxOptions = {}): Promise<SandboxProcess> {
  const child = fork(fileURLToPath(new URL('process-main.ts', import.meta.url)), {
    serialization: 'advanced',
    env: { ...process.env, SANDBOX_OPTIONS: JSON.stringify(options) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waiting = new Map<number, (said: Said) => void>();
  const facts = await new Promise<SandboxFacts>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)));
    child.on('message', (said: Said) => {
      if ('facts' in said) resolve(said.facts);
      else waiting.get(said.id)?.(said);
    });
  });
  let asked = 0;
  const ask = (name: keyof RemoteSandbox, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      asked += 1;
      const id = asked;
      waiting.set(id, (said) => {
        waiting.delete(id);
        if ('problem' in said) reject(new Error(said.problem));
        else if ('value' in said) resolve(said.value);
      });
      child.send({ id, name, given } satisfies Question);
    });
  return {
    ...facts,
    setFault: (...given) => ask('setFault', given) as Promise<void>,
    clearFaults: () => ask('clearFaults', []) as Promise<void>,
    clearCalls: () => ask('clearCalls', []) as Promise<void>,
    reset: () => ask('reset', []) as Promise<void>,
    calls: () => ask('calls', []) as Promise<readonly CallInBrief[]>,
    gone: () => ask('gone', []) as Promise<readonly string[]>,
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
}
