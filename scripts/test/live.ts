/** Says what is running: on a terminal in one line that changes, elsewhere in a line at each start. */
export class Live {
  readonly #running = new Map<string, number>();
  readonly #line: boolean = process.stdout.isTTY === true;
  #timer: NodeJS.Timeout | undefined;

  started(name: string, title: string): void {
    this.#running.set(name, performance.now());
    if (!this.#line) console.log(`Started: ${title}`);
    this.#timer ??= this.#line ? setInterval(() => this.#draw(), 1000) : undefined;
    this.#draw();
  }

  /** Prints the text of what ended, above the line. */
  ended(name: string, text: string): void {
    this.#running.delete(name);
    this.print(text);
    if (this.#running.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  print(text: string): void {
    if (this.#line) process.stdout.write('\r\x1b[K');
    console.log(text);
    this.#draw();
  }

  #draw(): void {
    if (!this.#line || this.#running.size === 0) return;
    const names = [...this.#running].map(([name, since]) => {
      const seconds = Math.floor((performance.now() - since) / 1000);
      return `${name} ${seconds} s`;
    });
    const width = process.stdout.columns || 80;
    process.stdout.write(`\r\x1b[K${`Running: ${names.join(' · ')}`.slice(0, width - 1)}`);
  }
}
