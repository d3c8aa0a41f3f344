import { t } from '../../utils/browser/i18n.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import { Notice } from '../shared/Notice.tsx';
import { ASK_TEXTS } from '../shared/reason-texts.ts';
import { NameList } from './NameList.tsx';

/** Lists the ids that VOD did not answer for, and says what went wrong. */
export function UnaskedNotice({ asked: { unasked, fault } }: { readonly asked: Asked }) {
  const why = fault === undefined ? undefined : ASK_TEXTS[fault.kind];
  const told = why !== undefined && <p>{t('sentences', [t(why.happened), t(why.next)])}</p>;
  if (unasked.length === 0) return told && <Notice tone="warn">{told}</Notice>;
  return (
    <Notice tone="warn" title={t('delete_unchecked', unasked.length)}>
      <p>{t('delete_unchecked_next')}</p>
      {told}
      <NameList names={unasked} />
    </Notice>
  );
}
