const MASK = '[secret]';

/**
 * A value that cannot be printed by accident. Strings, JSON, inspection and structured clones never
 * contain it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** @returns The value, for signing, checking and redacting only. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  // Node's inspect finds this symbol by its registered name, so no Node import is needed.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}
