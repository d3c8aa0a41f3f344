import type { OptionsOf } from './faults/index.ts';
import type { Question, RemoteSandbox, Said } from './process.ts';
import { type SandboxOptions, startSandbox } from './sandbox.ts';

// Started by process.ts; ends when its parent process ends.
const sandbox = await startSandbox(
  JSON.parse(process.env.SANDBOX_OPTIONS ?? '{}') as SandboxOptions,
);

const remote: RemoteSandbox = {
  setFault: (name, options) => sandbox.setFault(name, options as OptionsOf<typeof name>),
  clearFaults: () => sandbox.clearFaults(),
  clearCalls: () => sandbox.clearCalls(),
  reset: () => sandbox.reset(),
  calls: () =>
    sandbox.calls.map(({ at, action, parameters, nonce, requestId, status, code, answered }) => ({
      at,
      action,
      parameters,
      nonce,
      requestId,
      status,
      code,
      answered,
    })),
  gone: () =>
    sandbox.accounts
      .flatMap(({ images, videos }) => [
        ...images,
        ...videos.flatMap(({ snapshots }) => Object.values(snapshots).flat()),
      ])
      .filter(({ addresses }) => !sandbox.exists(addresses.plain))
      .map(({ path }) => path),
};

const say = (said: Said): void => {
  process.send?.(said);
};

process.on('message', ({ id, name, given }: Question) => {
  try {
    const work = remote[name] as (...given: readonly unknown[]) => unknown;
    say({ id, value: work(...given) });
  } catch (error) {
    say({ id, problem: String(error) });
  }
});
process.once('disconnect', () => {
  void sandbox.close().then(() => process.exit(0));
});

const { port, hostResolverRules, certificate, accounts } = sandbox;
say({ facts: { port, hostResolverRules, certificate, accounts } });
