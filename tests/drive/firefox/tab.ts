import { setTimeout as pause } from 'node:timers/promises';
import { type Marionette, MarionetteError } from './marionette.ts';

/** The key of an element's id in WebDriver: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebDriver's codes for keys: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEY = { control: '\uE009', command: '\uE03D', delete: '\uE017' } as const;

const WAIT_MS = 15_000;

/** Elements that may have a role. The browser then computes their actual role and name. */
const CANDIDATES = {
  button: 'button',
  checkbox: 'input[type=checkbox]',
  dialog: 'dialog[open]',
  grid: '[role=grid]',
  progressbar: 'progress, [role=progressbar]',
  radio: 'input[type=radio]',
  row: '[role=row]',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  status: '[role=status]',
  tab: '[role=tab]',
  textbox: 'textarea, input:not([type]), input[type=text]',
} as const;

export type Role = keyof typeof CANDIDATES;

/** A reference to an element, valid until the page removes it. */
export type Found = Readonly<Record<typeof ELEMENT, string>>;

/** The whole accessible name of an element, or a pattern for it. */
export type Name = string | RegExp;

/** The connection and the tab to which its commands go now: WebDriver uses one tab at a time. */
export interface Switch {
  readonly marionette: Marionette;
  current: string | undefined;
}

/** A tab of Firefox, used as a person does: by the roles and names of its elements. */
export class FirefoxTab {
  readonly #at: Switch;
  readonly #handle: string;
  readonly #focus: boolean;

  private constructor(at: Switch, handle: string, focus: boolean) {
    this.#at = at;
    this.#handle = handle;
    this.#focus = focus;
  }

  /** Opens a new tab. It comes to the front whenever it is used, unless it stays `behind`. */
  static async open(at: Switch, where: 'front' | 'behind' = 'front'): Promise<FirefoxTab> {
    const focus = where === 'front';
    const made = await at.marionette.send('WebDriver:NewWindow', { type: 'tab', focus });
    return new FirefoxTab(at, (made as { readonly handle: string }).handle, focus);
  }

  /** Waits until there is more than one tab. */
  static async another({ marionette }: Switch): Promise<void> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const handles = (await marionette.send('WebDriver:GetWindowHandles')) as readonly string[];
      if (handles.length > 1) return;
      if (Date.now() > until) throw new Error('No other tab was opened');
      await pause(50);
    }
  }

  /** Closes every tab except a new, empty one. */
  static async closeAll(at: Switch): Promise<void> {
    const { marionette } = at;
    const until = Date.now() + WAIT_MS;
    for (;;) {
      try {
        const handles = (await marionette.send('WebDriver:GetWindowHandles')) as readonly string[];
        // WebDriver opens a tab only from one that is there.
        await marionette.send('WebDriver:SwitchToWindow', { handle: handles[0], focus: false });
        const empty = await FirefoxTab.open(at);
        for (const handle of handles) await new FirefoxTab(at, handle, false).close();
        await empty.show();
        return;
      } catch (error) {
        // A tab closed by itself meanwhile, as the tabs of a removed extension do.
        const gone = error instanceof MarionetteError && error.code === 'no such window';
        if (!gone || Date.now() > until) throw error;
        await pause(50);
      }
    }
  }

  /** Goes to an address and waits until it has loaded. */
  async goto(address: string): Promise<void> {
    await this.#send('WebDriver:Navigate', { url: address });
  }

  /** Brings the tab to the front. */
  async show(): Promise<void> {
    this.#at.current = undefined;
    await this.#enter();
  }

  async close(): Promise<void> {
    const left = (await this.#send('WebDriver:CloseWindow')) as readonly string[];
    // WebDriver opens a new tab only from one that is there.
    await this.#at.marionette.send('WebDriver:SwitchToWindow', { handle: left[0], focus: false });
    this.#at.current = undefined;
  }

  /**
   * Runs a function in the page and resolves with its result. It is sent as text, so it must not
   * use anything outside of itself.
   */
  async evaluate<Args extends readonly unknown[], Result>(
    func: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const script = `return (${func}).apply(null, arguments)`;
    return (await this.#value('WebDriver:ExecuteScript', { script, args })) as Awaited<Result>;
  }

  /** Runs the body of a function in the page and resolves with its result. */
  evaluateText(body: string): Promise<unknown> {
    return this.#value('WebDriver:ExecuteScript', { script: body, args: [] });
  }

  /** Waits for an element with a role and name. @throws Error if there is none in 15 s. */
  async find(role: Role, name: Name = /^/, within?: Found): Promise<Found> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const [found] = await this.findAll(role, name, within);
      if (found) return found;
      if (Date.now() > until) throw new Error(`There is no ${role} ${name}`);
      await pause(100);
    }
  }

  /** Finds all elements that have a role and name now. */
  async findAll(role: Role, name: Name = /^/, within?: Found): Promise<readonly Found[]> {
    const fits = async (one: Found): Promise<boolean> => {
      const [is, called] = [await this.#of(one, 'GetComputedRole'), await this.nameOf(one)];
      return is === role && (typeof name === 'string' ? called === name : name.test(called));
    };
    const candidates = (await this.#send('WebDriver:FindElements', {
      using: 'css selector',
      value: CANDIDATES[role],
      ...(within && { element: within[ELEMENT] }),
    })) as readonly Found[];
    const found: Found[] = [];
    for (const one of candidates) {
      if (await unlessGone(fits(one))) found.push(one);
    }
    return found;
  }

  /** Reads the accessible name. */
  async nameOf(found: Found): Promise<string> {
    return String(await this.#of(found, 'GetComputedLabel'));
  }

  /** Reads the visible text. */
  async textOf(found: Found): Promise<string> {
    return String(await this.#of(found, 'GetElementText'));
  }

  async isEnabled(found: Found): Promise<boolean> {
    return (await this.#of(found, 'IsElementEnabled')) === true;
  }

  async attribute(found: Found, name: string): Promise<string | undefined> {
    const value = await this.#of(found, 'GetElementAttribute', { name });
    return value === null ? undefined : String(value);
  }

  /** Clicks with the mouse. @throws MarionetteError when another element is in the way. */
  async click(found: Found): Promise<void> {
    await this.#of(found, 'ElementClick');
  }

  /** Waits for the element with a role and name, and clicks it. */
  async press(role: Role, name: Name, within?: Found): Promise<void> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const found = await this.find(role, name, within);
      try {
        await this.click(found);
        return;
      } catch (error) {
        // It was just rendered again, or something moves over it.
        if (!(error instanceof MarionetteError) || Date.now() > until) throw error;
        await pause(100);
      }
    }
  }

  /** Replaces the text of a field by typing. */
  async fill(found: Found, text: string): Promise<void> {
    const all = process.platform === 'darwin' ? KEY.command : KEY.control;
    await this.#of(found, 'ElementSendKeys', { text: `${all}a` });
    await this.#of(found, 'ElementSendKeys', { text: text === '' ? KEY.delete : text });
  }

  /** Waits until the page has rendered earlier changes; its tab must be in front. */
  async drawn(): Promise<void> {
    await this.evaluate(async () => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    });
  }

  /** Reads the visible text of the whole page. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  #of(found: Found, command: string, more: object = {}): Promise<unknown> {
    return this.#value(`WebDriver:${command}`, { id: found[ELEMENT], ...more });
  }

  async #value(command: string, parameters: object): Promise<unknown> {
    return ((await this.#send(command, parameters)) as { readonly value: unknown }).value;
  }

  async #send(command: string, parameters: object = {}): Promise<unknown> {
    await this.#enter();
    return this.#at.marionette.send(command, parameters);
  }

  async #enter(): Promise<void> {
    if (this.#at.current === this.#handle) return;
    await this.#at.marionette.send('WebDriver:SwitchToWindow', {
      handle: this.#handle,
      focus: this.#focus,
    });
    this.#at.current = this.#handle;
  }
}

/** Resolves with the promised value, or undefined if the page removed the element meanwhile. */
async function unlessGone<T>(promised: Promise<T>): Promise<T | undefined> {
  try {
    return await promised;
  } catch (error) {
    if (error instanceof MarionetteError && error.code === 'stale element reference') {
      return undefined;
    }
    throw error;
  }
}
