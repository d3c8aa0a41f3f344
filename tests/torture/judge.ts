import type { CallInBrief } from '../../sandbox/process.ts';
import type { SendRecord } from '../../utils/job/job-record.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { targetName } from '../../utils/plan/target.ts';
import type { JournalOfJob } from './journal.ts';

/** The sandbox's view of a job. */
export interface SandboxRecord {
  /** The paths of files that no longer exist. */
  readonly gone: ReadonlySet<string>;
  readonly calls: readonly CallInBrief[];
}

/** A plan with the file of each target. */
export interface Aim {
  readonly plan: Plan;
  /** By position of the target; a path that never existed for a target that VOD does not have. */
  readonly paths: readonly string[];
}

/**
 * Checks a journal in the middle of a job. `before` and `after` were read around the sandbox's
 * record: what was deleted in `before` must be gone, and `after` must explain what is gone.
 * @returns The problems found.
 */
export function judgeUnderWay(
  aim: Aim,
  { before, record, after }: { before: JournalOfJob; record: SandboxRecord; after: JournalOfJob },
): readonly string[] {
  const settled = new Set(after.outcomes.map(({ target }) => target));
  const perhaps = new Set(after.sends.filter(mayHaveActed).flatMap(({ targets }) => targets));
  return [
    ...goneThough(before, aim, record),
    ...bystanders(aim, record),
    ...sentAgain(aim, after, record),
    ...aim.paths.flatMap((path, target) =>
      record.gone.has(path) && !settled.has(target) && !perhaps.has(target)
        ? [`target ${target} is gone, and the journal knows of no call that did it`]
        : [],
    ),
  ];
}

/**
 * Checks a journal and the sandbox's record after a job has ended.
 * @returns The problems found.
 */
export function judgeEnded(
  aim: Aim,
  journal: JournalOfJob,
  record: SandboxRecord,
  existed: ReadonlySet<string>,
): readonly string[] {
  const { plan, paths } = aim;
  const problems = [...bystanders(aim, record), ...sentAgain(aim, journal, record)];
  const outcomes = new Map(journal.outcomes.map((one) => [one.target, one]));
  if (outcomes.size !== journal.outcomes.length) problems.push('a target has two outcomes');
  const byRequest = new Map(record.calls.map((call) => [call.requestId, call]));
  paths.forEach((path, target) => {
    const one = outcomes.get(target);
    const there = existed.has(path) && !record.gone.has(path);
    const saysGone = one?.outcome === 'deleted' || one?.outcome === 'already-gone';
    if (one === undefined) problems.push(`target ${target} has no outcome`);
    else if (saysGone && there) problems.push(`target ${target} is ${one.outcome}, yet there`);
    else if (!saysGone && one.outcome !== 'unknown' && !there) {
      problems.push(`target ${target} is ${one.outcome}, yet gone`);
    }
    if (one?.outcome !== 'deleted') return;
    if (!existed.has(path)) problems.push(`target ${target} is deleted, and never was there`);
    const call = byRequest.get(one.requestId ?? '');
    if (call?.status !== 200 || !namesOf(call).includes(nameOf(plan, target))) {
      problems.push(`target ${target} is deleted, and its RequestId is of no call that did it`);
    }
  });
  for (const [outcome, count] of Object.entries(journal.job?.counts ?? {})) {
    const there = journal.outcomes.filter((one) => one.outcome === outcome).length;
    if (there !== count) problems.push(`the job counts ${count} ${outcome}, and has ${there}`);
  }
  return problems;
}

function goneThough(journal: JournalOfJob, { paths }: Aim, { gone }: SandboxRecord): string[] {
  return journal.outcomes.flatMap(({ target, outcome }) => {
    const path = paths[target] ?? '';
    // Only `deleted` is checked: a file that VOD never had is not listed as gone.
    return outcome === 'deleted' && !gone.has(path)
      ? [`target ${target} is deleted in the journal, yet there`]
      : [];
  });
}

/** @returns A problem for each deleted file that is not in the plan. */
function bystanders({ paths }: Aim, { gone }: SandboxRecord): string[] {
  const aimed = new Set(paths);
  return [...gone].flatMap((path) => (aimed.has(path) ? [] : [`${path} went, and was in no plan`]));
}

/**
 * @returns A problem for each target in a call after its outcome; repeats by the browser count
 *   once.
 */
function sentAgain({ plan }: Aim, journal: JournalOfJob, record: SandboxRecord): string[] {
  const settledAt = new Map(
    journal.outcomes.map(({ target, at }) => [nameOf(plan, target), at] as const),
  );
  const nonces = new Set<string>();
  return record.calls.flatMap((call) => {
    if (call.action !== 'DeleteImage' || nonces.has(call.nonce)) return [];
    nonces.add(call.nonce);
    const late = namesOf(call).filter((name) => call.at > (settledAt.get(name) ?? Infinity));
    return late.map((name) => `${name} was sent again after it had an outcome`);
  });
}

function mayHaveActed(send: SendRecord): boolean {
  return send.answeredAt === undefined || send.mayHaveActed === true;
}

function nameOf(plan: Plan, index: number): string {
  const target = plan.targets[index];
  return target === undefined ? '' : targetName(target);
}

function namesOf({ parameters }: CallInBrief): readonly string[] {
  const { ImageURLs, ImageIds, VideoId } = parameters;
  return (ImageURLs ?? ImageIds ?? VideoId ?? '').split(',');
}
