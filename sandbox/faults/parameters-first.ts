import type { Fault } from './fault.ts';

export const parametersFirst: Fault<Record<never, never>> = {
  doc: 'Looks at the rights of the key last, after the parameters and what they name; not where a call changes something.',
  defaults: {},
  start: () => ({ parametersFirst: true }),
};
