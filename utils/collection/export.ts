import type { TargetOutcome } from '../deletion/outcome.ts';
import type { Plan } from '../deletion/plan.ts';
import type { Item } from './item.ts';

/** One image of an exported list; absent fields are left out. */
export interface ExportedItem {
  readonly url?: string;
  readonly kind?: string;
  readonly standing?: string;
  readonly videoId?: string;
  readonly imageId?: string;
  readonly carrier?: string;
  readonly page?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  /** ISO 8601, UTC. */
  readonly at?: string;
  /** Why it ended so: the kind of reason, then VOD's code and words where it gave any. */
  readonly reason?: string;
}

/** The form in which every list is exported as JSON. */
export interface ExportedList {
  readonly version: 1;
  readonly items: readonly ExportedItem[];
}

/** An exported list of reviewed items: one entry an address, so that none is lost. */
export function exportItems(items: readonly Item[]): ExportedList {
  return {
    version: 1,
    items: items.flatMap((item) => {
      const facts = {
        kind: item.kind,
        standing: item.standing,
        videoId: item.videoId,
        imageId: item.imageId,
        carrier: item.carriers.length === 0 ? undefined : item.carriers.join(' '),
        page: item.page,
      };
      if (item.addresses.length === 0) return [present(facts)];
      return item.addresses.map((url) => present({ url, ...facts }));
    }),
  };
}

/** An exported list of a job's targets with what became of each. */
export function exportOutcomes(
  plan: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
): ExportedList {
  const byTarget = new Map(outcomes.map((one) => [one.target, one]));
  return {
    version: 1,
    items: plan.targets.map((target, index) => {
      const end = byTarget.get(index);
      const reason = end?.reason;
      return present({
        url: target.by === 'url' ? target.address : undefined,
        kind: target.by === 'id' ? 'image-id' : target.by === 'video' ? 'video-id' : undefined,
        videoId: target.by === 'video' ? target.videoId : undefined,
        imageId: target.by === 'id' ? target.imageId : undefined,
        outcome: end?.outcome,
        requestId: end?.requestId,
        at: end === undefined ? undefined : new Date(end.at).toISOString(),
        reason:
          reason === undefined
            ? undefined
            : [reason.kind, reason.code, reason.message].filter(Boolean).join(': '),
      });
    }),
  };
}

function present(fields: Readonly<Record<keyof ExportedItem, string | undefined>> | object): ExportedItem {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
