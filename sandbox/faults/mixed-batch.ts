import type { Fault, MixedBatch } from './fault.ts';

type Options = {
  /** `delete-then-404` or `ignore-missing`; without the fault all items are refused. */
  readonly mode: MixedBatch;
};

export const mixedBatch: Fault<Options> = {
  doc: 'Ends a DeleteImage call of which some items do not exist in another way than refusing all.',
  defaults: { mode: 'delete-then-404' },
  start: ({ mode }) => ({ mixedBatch: mode }),
};
