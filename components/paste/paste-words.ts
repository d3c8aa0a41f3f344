import { formatNumber, type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { PasteFault, PasteRow } from '../../utils/paste/paste.ts';
import type { PasteFileFault } from '../../utils/paste/paste-file.ts';

const FAULTS: Readonly<Record<PasteFault, MessageKey>> = {
  'no-address': 'paste_no_address',
  'not-vod': 'paste_not_vod',
  'not-own': 'paste_not_own',
  'look-alike': 'paste_look_alike',
  'too-long': 'paste_too_long',
  duplicate: 'paste_duplicate',
  collected: 'paste_collected',
  'video-named': 'paste_video_named',
  'other-id': 'paste_other_id',
  'bare-id': 'paste_bare_id',
};

const FILE_FAULTS: Readonly<Record<PasteFileFault, MessageKey>> = {
  'too-large': 'paste_file_too_large',
  binary: 'paste_file_binary',
  unreadable: 'paste_file_unreadable',
};

/** @returns Why a row is not added, in words; `undefined` when it is added. */
export function faultWords({ fault, of }: PasteRow): string | undefined {
  if (fault === undefined) return;
  return t(FAULTS[fault], of === undefined ? [] : [placeWords(of)]);
}

/** @returns The position of a row: its line, and its file if it has one. */
export function placeWords({ source, line }: NonNullable<PasteRow['of']>): string {
  const place = t('paste_line', [formatNumber(line)]);
  return source === undefined ? place : t('paste_line_in', [place, source]);
}

/** @returns Why a file was not read, in words. */
export function fileFaultWords(name: string, fault: PasteFileFault): string {
  return t(FILE_FAULTS[fault], [name]);
}
