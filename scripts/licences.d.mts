/** The licence of Vodsweep and those of all that is bundled with it, as one text. */
export function licences(): Promise<string>;
