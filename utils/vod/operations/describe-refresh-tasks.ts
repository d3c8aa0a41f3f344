import * as v from 'valibot';
import { checkPage, checkTaskId, insist } from '../input.ts';
import { flexibleNumber, readWith } from '../read.ts';
import type { Operation, OperationFacts } from './operation.ts';

/** What is true of every call of DescribeVodRefreshTasks. */
export const DESCRIBE_REFRESH_TASKS = {
  name: 'DescribeVodRefreshTasks',
  purpose: 'purge',
  onlyIn: 'cn-shanghai',
  probe: () => describeRefreshTasks({ page: 1, pageSize: 1 }),
} as const satisfies OperationFacts;

/** The most tasks VOD gives on a page. */
export const TASKS_PAGE = 50;

export interface DescribeRefreshTasksInput {
  /** Only the addresses of this task; all of the last three days without. */
  readonly taskId?: string;
  /** From 1. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
}

/** One address of a refresh. */
export interface RefreshTask {
  readonly taskId: string;
  readonly address: string;
  /** `other` for a word that is not documented. */
  readonly status: 'complete' | 'refreshing' | 'failed' | 'pending' | 'other';
  /** 0 to 100. */
  readonly percent?: number;
  /** UTC, ISO 8601. */
  readonly creationTime?: string;
  /** Why it failed. */
  readonly description?: string;
}

/** One page of refreshed addresses, and how many there are on all pages if VOD said so. */
export interface RefreshTaskPage {
  readonly total?: number;
  readonly tasks: RefreshTask[];
}

const text = v.nullish(v.string());
const List = v.array(
  v.object({
    taskid: v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
    objectpath: v.string(),
    status: v.string(),
    process: text,
    creationtime: text,
    description: text,
  }),
);
const Answer = v.object({
  totalcount: flexibleNumber,
  tasks: v.union([List, v.object({ task: v.nullish(List) })]),
});

const STATUSES = ['complete', 'refreshing', 'failed', 'pending'] as const;

/**
 * Asks how far refreshes have come. The Shanghai endpoint alone offers it.
 * Throws a VodInputError for a task id or page VOD would refuse.
 * https://www.alibabacloud.com/help/en/vod/api-describevodrefreshtasks
 */
export function describeRefreshTasks(input: DescribeRefreshTasksInput): Operation<RefreshTaskPage> {
  insist(checkPage(input.page, input.pageSize, TASKS_PAGE));
  if (input.taskId !== undefined) insist(checkTaskId(input.taskId));
  return {
    action: DESCRIBE_REFRESH_TASKS.name,
    parameters: {
      ...(input.taskId !== undefined && { TaskId: input.taskId }),
      PageNumber: String(input.page),
      PageSize: String(input.pageSize),
    },
    read: (body) => {
      const { totalcount, tasks } = readWith(Answer, body);
      const list = (Array.isArray(tasks) ? tasks : tasks.task) ?? [];
      return { ...(totalcount != null && { total: totalcount }), tasks: list.map(refreshTask) };
    },
  };
}

function refreshTask(task: v.InferOutput<typeof List>[number]): RefreshTask {
  const percent = /^(\d{1,3})(?:\.\d+)?%?$/.exec(task.process ?? '')?.[1];
  return {
    taskId: task.taskid,
    address: task.objectpath,
    status: STATUSES.find((one) => one === task.status.toLowerCase()) ?? 'other',
    ...(percent !== undefined && { percent: Math.min(100, Number(percent)) }),
    ...(task.creationtime != null && { creationTime: task.creationtime }),
    ...(task.description != null && task.description !== '' && { description: task.description }),
  };
}
