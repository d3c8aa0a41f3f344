import type { MessageKey } from '../../utils/browser/i18n.ts';

/** A line of the sheet. Any of its chords does it; the keys of a chord are pressed together. */
export interface KeyLine {
  readonly keys: readonly (readonly string[])[];
  readonly does: MessageKey;
}

export interface KeyPart {
  readonly title: MessageKey;
  readonly lines: readonly KeyLine[];
}

/** The shortcuts of the app. `Mod` is Cmd on a Mac, Ctrl elsewhere. */
export const KEY_PARTS: readonly KeyPart[] = [
  {
    title: 'keys_list',
    lines: [
      { keys: [['↑'], ['↓']], does: 'keys_move' },
      { keys: [['Home'], ['End'], ['Page ↑'], ['Page ↓']], does: 'keys_jump' },
      { keys: [['Space']], does: 'keys_toggle' },
      {
        keys: [
          ['Shift', '↑'],
          ['Shift', '↓'],
          ['Shift', 'Space'],
        ],
        does: 'keys_range',
      },
      { keys: [['Mod', 'A']], does: 'keys_all' },
      { keys: [['Esc']], does: 'keys_none' },
      { keys: [['P']], does: 'keys_preview' },
      { keys: [['Enter']], does: 'keys_show' },
      { keys: [['Delete']], does: 'keys_delete' },
    ],
  },
  {
    title: 'keys_everywhere',
    lines: [
      { keys: [['/']], does: 'keys_search' },
      { keys: [['←'], ['→']], does: 'keys_views' },
      { keys: [['Tab'], ['Shift', 'Tab']], does: 'keys_next' },
      { keys: [['?']], does: 'keys_sheet' },
    ],
  },
];
