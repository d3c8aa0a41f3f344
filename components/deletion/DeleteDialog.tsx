import { useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { startJob } from '../../utils/deletion/commands.ts';
import { draftPlan, type LeftOut, mustTypeNumber } from '../../utils/deletion/plan.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import type { SnapshotSet } from '../../utils/vod/input.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { REASON_TEXTS, START_FAULT_TEXTS } from '../shared/reason-texts.ts';
import './deletion.css';
import { ImageTypes } from './ImageTypes.tsx';
import { takesCovers } from './image-types.ts';
import { LeftOutList } from './LeftOut.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import type { DeletionRequest } from './request.ts';
import { countTypes, useAsked } from './use-asked.ts';

export interface DeleteDialogProps {
  readonly request: DeletionRequest;
  readonly current: AccountState;
  readonly onClose: () => void;
  readonly onStarted: (jobId: string) => void;
}

/**
 * Shows the frozen plan and starts it. The plan is drafted when the dialog opens and when a choice
 * in it changes, never otherwise; that same object is sent.
 */
export function DeleteDialog({ request, current, onClose, onStarted }: DeleteDialogProps) {
  // Held from the moment it opened: the list and the account may go on changing underneath.
  const [{ items, account }] = useState(() => ({ items: request.items, account: current.account }));
  const [types, setTypes] = useState<SnapshotSet | undefined>(request.types);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<MessageKey>();
  const [starting, setStarting] = useState(false);
  const started = useRef(false);

  const imageIds = useMemo(
    () => unique(items.filter((item) => item.kind === 'image-id').map((item) => item.imageId)),
    [items],
  );
  const videoIds = useMemo(() => {
    const videos = items.filter((item) => item.kind === 'video-id');
    return unique([...videos.map((item) => item.videoId), ...added]);
  }, [items, added]);
  const asked = useAsked(account.id, current.keyHint !== undefined, imageIds, videoIds);

  const { plan, leftOut } = useMemo(() => {
    const drafted = draftPlan(items, account, { types, videoIds: added }, asked, current.keyHint);
    const held = new Set(added);
    return {
      plan: drafted.plan,
      leftOut: drafted.leftOut.filter(
        (one) => one.reason !== 'snapshot-by-address' || !covered(one, held, types),
      ),
    };
  }, [items, account, types, added, asked, current.keyHint]);

  const videos = videoIds.length;
  const targets = plan?.targets ?? [];
  const count = targets.length;
  const unchecked = targets.filter((target) => target.by === 'id' && target.title === undefined);
  const mustType = plan !== undefined && mustTypeNumber(plan);
  const number = /^\d+$/.test(plain(typed)) ? Number(plain(typed)) : undefined;
  const ready =
    plan !== undefined && asked !== undefined && !starting && (!mustType || number === count);

  const start = async () => {
    if (!ready || started.current) return;
    started.current = true;
    setStarting(true);
    setFault(undefined);
    try {
      const refused = await send(startJob, { plan, ...(mustType ? { typed: number } : {}) });
      if (refused === undefined || refused === null) return onStarted(plan.id);
      setFault(START_FAULT_TEXTS[refused]);
    } catch {
      setFault('start_fault_no_answer');
    }
    started.current = false;
    setStarting(false);
  };

  return (
    <Dialog
      title={t('delete_title')}
      onClose={onClose}
      foot={
        <>
          {fault !== undefined && (
            <Notice tone="bad" role="alert">
              <p>{t(fault)}</p>
            </Notice>
          )}
          {mustType && (
            <Field label={t('delete_type_number', [formatNumber(count)])}>
              {(links) => (
                <input
                  {...links}
                  class="input delete-number numbers"
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  value={typed}
                  onInput={(event) => setTyped(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          <Button onPress={onClose}>{t('delete_cancel')}</Button>
          <Button look="danger" disabled={!ready} onPress={() => void start()}>
            {t('delete_confirm', count)}
          </Button>
        </>
      }
    >
      <PlanSummary plan={plan} account={account} />
      {count > 0 && (
        <Notice tone="bad" title={t('delete_no_undo')}>
          <p>{t('delete_cdn')}</p>
          {videos > 0 && takesCovers(types) && <p>{t('delete_covers', videos)}</p>}
        </Notice>
      )}
      {videos > 0 && (
        <ImageTypes
          videos={videos}
          types={types}
          counts={countTypes(asked?.videos ?? {}, videoIds)}
          onChange={setTypes}
        />
      )}
      <LeftOutList
        leftOut={leftOut}
        onAddVideos={(ids) => setAdded((before) => [...new Set([...before, ...ids])])}
      />
      {added.length > 0 && types === undefined && (
        <Notice tone="warn">
          <p>{t('left_out_no_types_next')}</p>
        </Notice>
      )}
      {asked === undefined && (
        <Notice role="status">
          <p>{t('delete_asking')}</p>
        </Notice>
      )}
      {asked !== undefined && unchecked.length > 0 && (
        <Notice tone="warn" title={t('delete_unchecked', unchecked.length)}>
          <p>{t('delete_unchecked_next')}</p>
          {asked.fault !== undefined && (
            <p>
              {t(REASON_TEXTS[asked.fault.kind].happened)} {t(REASON_TEXTS[asked.fault.kind].next)}
            </p>
          )}
        </Notice>
      )}
      {current.keyHint === undefined && (
        <Notice
          tone="warn"
          title={t('key_missing')}
          actions={<Button onPress={() => void openOptions()}>{t('account_enter_key')}</Button>}
        >
          <p>{t('key_missing_delete')}</p>
        </Notice>
      )}
    </Dialog>
  );
}

function unique(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What was typed without the signs that group digits. */
function plain(typed: string): string {
  return typed.trim().replace(/[,.\s’']/g, '');
}

/** Whether the videos that were added, and the types chosen, surely take a left-out image along. */
function covered(
  { item, types: needed = [] }: LeftOut,
  added: ReadonlySet<string>,
  chosen: SnapshotSet | undefined,
): boolean {
  if (!added.has(item.videoId ?? '') || chosen === undefined) return false;
  const set = new Set<string>(chosen);
  return set.has('All') || needed.every((type) => set.has(type));
}
