import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** An error that a person can act on: its message says what to do. */
export class Advice extends Error {
  name = 'Advice';
}
