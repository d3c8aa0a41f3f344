import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, it, vi } from 'vitest';
import { freshModel, happenings, mixed, start } from './commands.ts';
import { System } from './system.ts';

// Observers of the journal are not tested here, and hundreds of channels would get each write.
beforeAll(() => {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage(): void {}
      close(): void {}
    },
  );
});

it('every target gets a true outcome, whatever happens during the job', async () => {
  const some = fc.commands(happenings, { maxCommands: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(mixed, start, some, async (mode, first, commands) => {
      const system = await System.open();
      try {
        system.vod.mixedBatch = mode;
        const model = freshModel();
        await first.run(model, system);
        await fc.asyncModelRun(() => ({ model, real: system }), commands);
        await system.finish();
        await system.insistAtEnd();
      } finally {
        system.close();
      }
    }),
    { seed: 20_260_301, numRuns: 200 },
  );
}, 180_000);
