import { vi } from 'vitest';

const waitFor = vi.waitFor.bind(vi);

/** A busy machine needs more than the second that vitest waits. A test that passes waits no longer. */
const LONGEST_MS = 15_000;

vi.waitFor = (callback, options = LONGEST_MS) => waitFor(callback, options);
