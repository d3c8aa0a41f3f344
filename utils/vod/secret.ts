const MASK = '[secret]';

/**
 * A value that cannot be printed by accident: strings, JSON, inspection and structured clones never carry it.
 * Takes the value; `reveal()` gives it back, and is meant for the signer and the vault alone.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Gives the value itself. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  // Node's inspect looks this symbol up by its registered name, so no Node import is needed.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}
