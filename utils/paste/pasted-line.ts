import type { FoundId } from '../spotting/finder.ts';
import type { ImageAddress } from '../spotting/shapes.ts';

/** What was found in a line: an address of VOD, an id, another address, or none of these. */
export interface PastedLine {
  /** The name of the file; absent for a pasted text. */
  readonly source?: string;
  /** The line number, from 1. */
  readonly line: number;
  readonly text: string;
  readonly address?: ImageAddress;
  readonly id?: FoundId;
  /** 32 hexadecimal digits without a key or column that says what they are. */
  readonly bareId?: string;
  /** 32 hexadecimal digits with a key that means something else. */
  readonly otherId?: string;
  /** An address that is not one of a VOD image. */
  readonly foreign?: string;
  readonly note?: string;
  readonly page?: string;
}
