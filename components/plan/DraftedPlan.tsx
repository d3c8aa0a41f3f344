import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import { t } from '../../utils/browser/i18n.ts';
import type { ManagedLimitFault } from '../../utils/plan/managed-limits.ts';
import { Notice } from '../shared/Notice.tsx';
import { AskingNotice } from './AskingNotice.tsx';
import { isCover } from './covers.ts';
import { DryRun } from './DryRun.tsx';
import { Forbidden, LetGoList } from './Forbidden.tsx';
import { ImageTypes } from './ImageTypes.tsx';
import { countChosen, takesCovers } from './image-types.ts';
import { LeftOutList } from './LeftOut.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { PlanTargets } from './PlanTargets.tsx';
import { SnapshotsNotice } from './SnapshotsNotice.tsx';
import { UnaskedNotice } from './UnaskedNotice.tsx';
import type { PlanDraft } from './use-draft.ts';

export interface DraftedPlanProps {
  readonly draft: PlanDraft;
  readonly managed: ManagedSettings;
  /** The limit of the administrator that the plan exceeds, if any. */
  readonly forbidden: ManagedLimitFault | undefined;
  /** By address, for images that do not load. */
  readonly pictures: ReadonlyMap<string, string> | undefined;
}

/** What the dialog says about the plan: what it deletes, what not, and what cannot be undone. */
export function DraftedPlan({ draft, managed, forbidden, pictures }: DraftedPlanProps) {
  const { plan, account, byAdministrator, types, counts, videoIds, said, asked, pending } = draft;
  const videos = videoIds.length;
  return (
    <>
      {plan !== undefined && forbidden !== undefined && (
        <Forbidden
          fault={forbidden}
          plan={plan}
          largestJob={managed.largestJob}
          onLeaveOut={draft.leaveOut}
        />
      )}
      <LetGoList items={draft.requested} letGo={draft.letGo} />
      <PlanSummary
        plan={plan}
        account={account}
        ofVideos={countChosen(types, counts)}
        pictures={pictures}
      />
      {plan !== undefined && <PlanTargets plan={plan} said={said} />}
      {plan !== undefined && <NoUndo draft={draft} />}
      {videos > 0 && (
        <ImageTypes videos={videos} types={types} counts={counts} onChange={draft.setTypes} />
      )}
      {plan !== undefined && (
        <SnapshotsNotice plan={plan} listed={said.listed} onAddVideos={draft.addVideos} />
      )}
      <LeftOutList
        leftOut={draft.leftOut}
        types={types}
        managed={{
          account: byAdministrator,
          byVideo: byAdministrator || !managed.deletions.byVideo,
        }}
      />
      {pending === undefined ? <UnaskedNotice asked={asked} /> : <AskingNotice {...pending} />}
      {plan !== undefined && <DryRun plan={plan} />}
    </>
  );
}

/** Says what cannot be undone, and what happens to covers. */
function NoUndo({ draft: { plan, videoIds, types, said } }: { readonly draft: PlanDraft }) {
  const targets = plan?.targets ?? [];
  const videos = videoIds.length;
  const covers = targets.filter((target) => isCover(target, said)).length;
  if (targets.length === 0) return null;
  return (
    <Notice tone="bad" title={t('delete_no_undo')}>
      <p>{t('delete_cdn')}</p>
      {videos > 0 && takesCovers(types) && <p>{t('delete_covers', videos)}</p>}
      {covers > 0 && <p>{t('delete_cover_images', covers)}</p>}
    </Notice>
  );
}
