import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { formatNumber, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { CommandError, send } from '../../utils/browser/messages.ts';
import { startJob } from '../../utils/job/commands.ts';
import { draftPlan } from '../../utils/plan/draft.ts';
import { type ManagedLimitFault, managedLimitFault } from '../../utils/plan/managed-limits.ts';
import { mustTypeNumber } from '../../utils/plan/plan.ts';
import type { Target } from '../../utils/plan/target.ts';
import type { SnapshotSet } from '../../utils/vod/input.ts';
import { canSign } from '../keys/key-words.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { START_FAULT_TEXTS } from '../shared/reason-texts.ts';
import { AskingNotice } from './AskingNotice.tsx';
import { isCover } from './covers.ts';
import { DryRun } from './DryRun.tsx';
import { Forbidden, type LetGo, LetGoList, targetBy } from './Forbidden.tsx';
import { ImageTypes } from './ImageTypes.tsx';
import { countChosen, takesCovers } from './image-types.ts';
import { KeyWanting } from './KeyWanting.tsx';
import { LeftOutList } from './LeftOut.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { PlanTargets } from './PlanTargets.tsx';
import type { DeletionRequest } from './request.ts';
import { SnapshotsNotice } from './SnapshotsNotice.tsx';
import { UnaskedNotice } from './UnaskedNotice.tsx';
import { countTypes, useAsked } from './use-asked.ts';
import { useListed } from './use-listed.ts';
import './delete-dialog.css';

export interface DeleteDialogProps {
  /** Only shows what it would be: nothing can be sent, whatever else is given. */
  readonly demo?: boolean;
  readonly request: DeletionRequest;
  readonly current: AccountState;
  readonly vault: VaultState;
  readonly managed: ManagedSettings;
  readonly onClose: () => void;
  readonly onStarted: (jobId: string) => void;
}

/**
 * Shows the frozen plan and starts it. The plan is drafted when the dialog opens and when a choice
 * in it changes, never otherwise; that same object is sent.
 */
export function DeleteDialog(props: DeleteDialogProps) {
  const { demo = false, request, current, vault, managed, onClose, onStarted } = props;
  // Held from the moment it opened: the list and the account may go on changing underneath.
  const [{ requested, account, byAdministrator }] = useState(() => ({
    requested: request.items,
    account: current.account,
    byAdministrator: current.managed,
  }));
  const [types, setTypes] = useState<SnapshotSet | undefined>(request.types);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [letGo, setLetGo] = useState<LetGo>(() => new Map());
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<MessageKey>();
  const [starting, setStarting] = useState(false);
  const started = useRef(false);

  const items = useMemo(
    () =>
      requested.filter((item) => {
        const by = targetBy(item);
        return by === undefined || !letGo.has(by);
      }),
    [requested, letGo],
  );
  const imageIds = useMemo(
    () => unique(items.filter((item) => item.kind === 'image-id').map((item) => item.imageId)),
    [items],
  );
  const videoIds = useMemo(() => {
    if (!account.limits.byVideo) return [];
    const videos = items.filter((item) => item.kind === 'video-id');
    return unique([...videos.map((item) => item.videoId), ...added]);
  }, [items, added]);
  const keyHint = useHeldKey(current, account.id);
  const asking = useAsked(account.id, keyHint !== undefined, imageIds, videoIds);
  const { asked } = asking;

  const known = asking.pending === undefined ? asked : undefined;
  const { plan, leftOut } = useMemo(
    () => draftPlan(items, account, { types, videoIds: added }, known, keyHint),
    [items, account, types, added, known, keyHint],
  );

  const { listed, ...listing } = useListed(account.id, keyHint !== undefined, plan);
  const pending = asking.pending ?? listing.pending;
  const said = { images: asked.images, listed };

  const videos = videoIds.length;
  const targets = plan?.targets ?? [];
  const count = targets.length;
  const counts = countTypes(asked.videos, videoIds);
  const ofVideos = countChosen(types, counts);
  const covers = targets.filter((target) => isCover(target, said)).length;
  const mustType = plan !== undefined && (managed.alwaysTypeNumber || mustTypeNumber(plan));
  const forbidden = plan === undefined ? undefined : managedLimitFault(plan, managed);
  const number = /^\d+$/.test(plain(typed)) ? Number(plain(typed)) : undefined;
  const same = current.account.id === account.id;
  const able = keyHint !== undefined && (!same || canSign(current));
  const ready =
    !demo &&
    plan !== undefined &&
    forbidden === undefined &&
    pending === undefined &&
    able &&
    !starting &&
    (!mustType || number === count);

  const start = async () => {
    if (!ready || started.current) return;
    started.current = true;
    setStarting(true);
    setFault(undefined);
    try {
      const refused = await send(startJob, { plan, ...(mustType ? { typed: number } : {}) });
      if (refused === undefined || refused === null) return onStarted(plan.id);
      setFault(START_FAULT_TEXTS[refused]);
    } catch (error) {
      const sent = !(error instanceof CommandError) || error.code === 'failed';
      setFault(sent ? 'start_fault_no_answer' : 'start_fault_not_taken');
    }
    started.current = false;
    setStarting(false);
  };

  const addVideos = account.limits.byVideo
    ? (ids: readonly string[]) => setAdded((before) => unique([...before, ...ids]))
    : undefined;

  const leaveOut = (by: Target['by'], why: ManagedLimitFault) => {
    setLetGo((before) => new Map([...before, [by, why]]));
    if (by === 'video') setAdded([]);
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
          {plan !== undefined && videos > 0 && types !== undefined && (
            <p class="delete-videos">{videosWords(videos, ofVideos)}</p>
          )}
          {mustType && forbidden === undefined && (
            <Field label={t('delete_type_number', [formatNumber(count)])}>
              {(links) => (
                <input
                  {...links}
                  class="input input-number numbers"
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
      {demo && (
        <Notice title={t('demo_dialog')}>
          <p>{t('demo_dialog_next')}</p>
        </Notice>
      )}
      {same && !demo && <KeyWanting current={current} vault={vault} />}
      {plan !== undefined && forbidden !== undefined && (
        <Forbidden
          fault={forbidden}
          plan={plan}
          largestJob={managed.largestJob}
          onLeaveOut={leaveOut}
        />
      )}
      <LetGoList items={requested} letGo={letGo} />
      <PlanSummary plan={plan} account={account} ofVideos={ofVideos} pictures={request.pictures} />
      {plan !== undefined && <PlanTargets plan={plan} said={said} />}
      {count > 0 && (
        <Notice tone="bad" title={t('delete_no_undo')}>
          <p>{t('delete_cdn')}</p>
          {videos > 0 && takesCovers(types) && <p>{t('delete_covers', videos)}</p>}
          {covers > 0 && <p>{t('delete_cover_images', covers)}</p>}
        </Notice>
      )}
      {videos > 0 && (
        <ImageTypes videos={videos} types={types} counts={counts} onChange={setTypes} />
      )}
      {plan !== undefined && (
        <SnapshotsNotice plan={plan} listed={listed} onAddVideos={addVideos} />
      )}
      <LeftOutList
        leftOut={leftOut}
        types={types}
        managed={{
          account: byAdministrator,
          byVideo: byAdministrator || !managed.deletions.byVideo,
        }}
      />
      {pending === undefined ? <UnaskedNotice asked={asked} /> : <AskingNotice {...pending} />}
      {plan !== undefined && <DryRun plan={plan} />}
    </Dialog>
  );
}

/** The account's key as the dialog first knew it: one that was confirmed is never exchanged. */
function useHeldKey(current: AccountState, accountId: string): string | undefined {
  const [held, setHeld] = useState<string>();
  const able = current.account.id === accountId && canSign(current);
  const keyHint = held ?? (able ? current.keyHint : undefined);
  useEffect(() => setHeld(keyHint), [keyHint]);
  return keyHint;
}

function videosWords(videos: number, about: number | undefined): string {
  return about === undefined
    ? t('delete_videos', videos)
    : t('delete_videos_about', videos, [formatNumber(videos), formatNumber(about)]);
}

function unique(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What was typed without the signs that group digits. */
function plain(typed: string): string {
  return typed.trim().replace(/[,.\s’']/g, '');
}
