import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Item } from '../../utils/collection/item.ts';
import {
  hasBareIds,
  judgePasted,
  type PasteContext,
  type PasteRow,
} from '../../utils/paste/paste.ts';
import { findPasted, type PasteSource } from '../../utils/paste/paste-find.ts';
import type { PastedLine } from '../../utils/paste/pasted-line.ts';

/** The text is read after this many milliseconds without typing. */
const TYPING_MS = 150;

export interface Pasted {
  readonly rows: readonly PasteRow[];
  readonly items: readonly Item[];
  /** Whether there are bare ids, so that the person must say what they are. */
  readonly bare: boolean;
  /** Whether the rows are not those of the latest text yet. */
  readonly reading: boolean;
}

/** Reads pasted texts, again after each change. */
export function usePasted(sources: readonly PasteSource[], context: PasteContext): Pasted {
  const [found, setFound] = useState<{
    readonly sources: readonly PasteSource[];
    readonly finds: readonly PastedLine[];
  }>();
  useEffect(() => {
    const ended = new AbortController();
    const timer = setTimeout(() => {
      findPasted(sources, ended.signal).then(
        (finds) => !ended.signal.aborted && setFound({ sources, finds }),
        () => undefined,
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [sources]);

  const finds = found?.finds;
  const { ownDomains, collected, bareAs } = context;
  const rows = useMemo(
    () => judgePasted(finds ?? [], { ownDomains, collected, bareAs }),
    [finds, ownDomains, collected, bareAs],
  );
  const items = useMemo(() => rows.flatMap(({ item }) => item ?? []), [rows]);
  const bare = useMemo(() => hasBareIds(finds ?? []), [finds]);
  return { rows, items, bare, reading: found?.sources !== sources };
}
