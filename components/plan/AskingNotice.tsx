import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import type { Pending } from './use-asking.ts';

/** Says how many ids VOD has answered for, and lets the person continue without the rest. */
export function AskingNotice({ done, all, skip }: Pending) {
  return (
    <Notice actions={<Button onPress={skip}>{t('delete_asking_skip')}</Button>}>
      <p class="numbers">{t('delete_asking', [formatNumber(done), formatNumber(all)])}</p>
    </Notice>
  );
}
