import * as v from 'valibot';
import { type ChangeSource, observe } from '../async/observe.ts';
import { defineItem } from '../browser/storage.ts';
import { type Lockable, locksNow, onLocksChanged } from './locks.ts';

/** How a setting is declared. */
export interface SettingDeclaration<T> {
  /** The key in `storage.local`. Never changes: people's profiles hold it. */
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** The value until the person chooses another one, and while the setting is locked. */
  readonly fallback: T;
  /** The name under which an administrator may lock it; absent: it cannot be locked. */
  readonly lock?: Lockable;
}

/** The value that counts, and whether an administrator decides it. */
export interface Effective<T> {
  readonly value: T;
  readonly locked: boolean;
}

/**
 * A setting of the extension. Workers and pages read the same effective value: the fallback while an
 * administrator locks the setting or while the stored value does not pass the schema, else the
 * stored value.
 */
export class Setting<T> {
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly fallback: T;
  readonly lock: Lockable | undefined;
  readonly #item: ReturnType<typeof defineItem<unknown>>;

  constructor({ key, schema, fallback, lock }: SettingDeclaration<T>) {
    this.key = key;
    this.schema = schema;
    this.fallback = fallback;
    this.lock = lock;
    this.#item = defineItem<unknown>(`local:${key}`);
  }

  /** @returns The effective value and whether it is locked. */
  async effective(): Promise<Effective<T>> {
    const [stored, locked] = await Promise.all([this.#item.getValue(), this.#isLocked()]);
    if (locked) return { value: this.fallback, locked };
    const read = v.safeParse(this.schema, stored);
    return { value: read.success ? read.output : this.fallback, locked: false };
  }

  /** @returns The effective value. */
  async value(): Promise<T> {
    return (await this.effective()).value;
  }

  /**
   * Stores what the person chose.
   * @throws Error when an administrator locks the setting or the value does not pass the schema.
   */
  async save(value: T): Promise<void> {
    if (await this.#isLocked()) {
      throw new Error(`The setting ${this.key} is locked by the administrator`);
    }
    await this.#item.setValue(v.parse(this.schema, value));
  }

  /**
   * Calls the listener with the effective value now and after every change of the value or the lock.
   * @returns A function that ends it.
   */
  observe(listener: (effective: Effective<T>) => void): () => void {
    return observe(() => this.effective(), this.#changes(), listener);
  }

  /**
   * Calls the listener after the stored value or the lock changed, with the effective value.
   * @returns A function that ends it.
   */
  onChange(listener: (value: T) => void): () => void {
    const tell = () => void this.value().then(listener);
    const ends = this.#changes().map((watch) => watch(tell));
    return () => {
      for (const end of ends) end();
    };
  }

  async #isLocked(): Promise<boolean> {
    return this.lock !== undefined && (await locksNow()).has(this.lock);
  }

  #changes(): readonly ChangeSource[] {
    const stored = (changed: () => void) => this.#item.watch(changed);
    return this.lock === undefined ? [stored] : [stored, onLocksChanged];
  }
}
