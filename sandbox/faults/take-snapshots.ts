import type { Fault } from './fault.ts';

type Options = Record<string, never>;

export const takeSnapshots: Fault<Options> = {
  doc: 'Deletes snapshots of videos by address as well; without the fault they are not found.',
  defaults: {},
  start: () => ({ takesSnapshots: true }),
};
