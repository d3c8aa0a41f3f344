import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { offerPurge, purgeJob } from '../../utils/proof/commands.ts';
import type { Purge } from '../../utils/proof/proofs.ts';
import type { ProofFault, PurgeOffer } from '../../utils/proof/prover.ts';
import { ActionLine } from '../shared/ActionLine.tsx';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { PURGE_TEXTS } from '../shared/reason-texts.ts';
import { ProofSection } from './ProofSection.tsx';
import { PROOF_FAULT_TEXTS } from './proof-words.ts';

export interface PurgePartProps {
  readonly jobId: string;
  /** Oldest first. */
  readonly purges: readonly Purge[];
}

/** Offers to purge the CDN's copies, shows the day's quota, and follows the progress. */
export function PurgePart({ jobId, purges }: PurgePartProps) {
  const [offer, setOffer] = useState<PurgeOffer>();
  const [fault, setFault] = useState<ProofFault | 'no-answer'>();
  const [busy, setBusy] = useState(false);

  const ask = async <T,>(asked: Promise<T | ProofFault>, done: (value: T) => void) => {
    setBusy(true);
    setFault(undefined);
    try {
      const answer = await asked;
      if (isFault(answer)) setFault(answer);
      else done(answer);
    } catch {
      setFault('no-answer');
    }
    setBusy(false);
  };
  const look = () => ask(send(offerPurge, { jobId }), (found: PurgeOffer) => setOffer(found));
  const purge = () =>
    ask(send(purgeJob, { jobId }), () => {
      setOffer(undefined);
    });

  return (
    <ProofSection label={t('purge_title')}>
      <ActionLine
        quiet
        action={
          <Button disabled={busy || offer !== undefined} onPress={() => void look()}>
            {t('purge')}
          </Button>
        }
      >
        {purges.length === 0 ? t('purge_hint') : purgeWords(purges)}
      </ActionLine>
      {fault !== undefined && (
        <Notice tone="bad" role="alert">
          <p>{t(fault === 'no-answer' ? 'fault_no_answer' : PROOF_FAULT_TEXTS[fault])}</p>
        </Notice>
      )}
      {offer !== undefined && (
        <Offer
          offer={offer}
          busy={busy}
          onPurge={() => void purge()}
          onCancel={() => setOffer(undefined)}
        />
      )}
      {refusals(purges).map(({ reason }) => (
        <Notice key={reason.kind} tone="warn">
          <p>
            {t('sentences', [
              t(PURGE_TEXTS[reason.kind].happened),
              t(PURGE_TEXTS[reason.kind].next),
            ])}
          </p>
        </Notice>
      ))}
    </ProofSection>
  );
}

interface OfferProps {
  readonly offer: PurgeOffer;
  readonly busy: boolean;
  readonly onPurge: () => void;
  readonly onCancel: () => void;
}

/** Says how much of the day's quota a purge needs, with the button that purges. */
function Offer({ offer, busy, onPurge, onCancel }: OfferProps) {
  return (
    <Notice
      role="status"
      title={t('purge_offer', offer.addresses)}
      actions={
        <>
          <Button look="main" disabled={busy || offer.addresses === 0} onPress={onPurge}>
            {t('purge_now')}
          </Button>
          <Button onPress={onCancel}>{t('delete_cancel')}</Button>
        </>
      }
    >
      <p>{quotaWords(offer)}</p>
      <p>{t('purge_time')}</p>
    </Notice>
  );
}

function isFault(answer: unknown): answer is ProofFault {
  return typeof answer === 'string';
}

function quotaWords({ addresses, quota }: PurgeOffer): string {
  if ('kind' in quota) return `${t('purge_quota_unknown')} ${t(PURGE_TEXTS[quota.kind].happened)}`;
  const { left, quota: all } = quota.urls;
  const words = t('purge_quota', [formatNumber(left), formatNumber(all)]);
  return addresses > left ? `${words} ${t('purge_quota_short')}` : words;
}

/** @returns The state of a job's purges, in one line. */
function purgeWords(purges: readonly Purge[]): string {
  const total = purges.reduce((sum, { addresses }) => sum + addresses.length, 0);
  const done = purges
    .filter(({ state }) => state === 'complete')
    .reduce((sum, { addresses }) => sum + addresses.length, 0);
  const going = purges.filter(({ state }) => state === 'refreshing' || state === 'sent');
  if (going.length === 0) return t('purge_done', [formatNumber(done), formatNumber(total)]);
  const percent = Math.min(...going.map((one) => one.percent ?? 0));
  return t('purge_going', [formatNumber(done), formatNumber(total), String(percent)]);
}

/** @returns Why purges failed, each kind of reason once. */
function refusals(purges: readonly Purge[]) {
  const found = new Map(
    purges.flatMap(({ state, reason }) =>
      state === 'failed' && reason !== undefined ? [[reason.kind, { reason }] as const] : [],
    ),
  );
  return [...found.values()];
}
