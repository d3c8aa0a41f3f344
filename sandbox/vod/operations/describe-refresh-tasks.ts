import type { RefreshTask } from '../../refreshes.ts';
import type { Field } from '../answers.ts';
import { invalidParameter, missingParameter, VodError } from '../errors.ts';
import { numberOf, type Operation } from './operation.ts';

const statuses = ['Complete', 'Refreshing', 'Failed', 'Pending'];

const types = ['file', 'directory', 'preload'];

export const operation: Operation = {
  name: 'DescribeVodRefreshTasks',
  parameters: [
    'TaskId',
    'ObjectPath',
    'ObjectType',
    'DomainName',
    'Status',
    'PageNumber',
    'PageSize',
  ],
  onlyIn: 'cn-shanghai',
  run({ parameters, caller, refreshes }) {
    const { TaskId, ObjectPath, ObjectType, DomainName, Status } = parameters;
    if (TaskId !== undefined && !/^\d{1,20}$/.test(TaskId)) {
      throw new VodError('InvalidTaskId.Malformed');
    }
    if (ObjectType === undefined && (DomainName ?? Status) !== undefined) {
      throw missingParameter('ObjectType');
    }
    if (ObjectType !== undefined && !types.includes(ObjectType))
      throw invalidParameter('ObjectType');
    if (Status !== undefined && !statuses.includes(Status)) throw invalidParameter('Status');
    const page = numberOf('PageNumber', parameters.PageNumber, {
      otherwise: 1,
      least: 1,
      most: 100_000,
    });
    const size = numberOf('PageSize', parameters.PageSize, { otherwise: 20, least: 1, most: 50 });
    const now = Date.now();
    const wanted = ({ id, objectPath, domain }: RefreshTask): boolean =>
      (TaskId ?? id) === id &&
      (ObjectPath ?? objectPath) === objectPath &&
      (DomainName ?? domain) === domain;
    const found = refreshes
      .tasksOf(caller)
      .filter(wanted)
      .map((task) => described(task, now))
      .filter(
        (task) =>
          (Status ?? task.Status) === task.Status &&
          (ObjectType ?? task.ObjectType) === task.ObjectType,
      );
    return {
      Tasks: { Task: found.slice((page - 1) * size, page * size) },
      TotalCount: found.length,
      PageNumber: page,
      PageSize: size,
    };
  },
};

function described(task: RefreshTask, now: number): { readonly [name: string]: Field } {
  const { id, objectPath, type, created, done } = task;
  const share = done <= created ? 1 : Math.min(1, (now - created) / (done - created));
  return {
    TaskId: id,
    ObjectPath: objectPath,
    ObjectType: type === 'Directory' ? 'directory' : 'file',
    Status: now >= done ? 'Complete' : 'Refreshing',
    Process: `${Math.floor(share * 100)}%`,
    CreationTime: new Date(created).toISOString().replace(/\.\d+/, ''),
  };
}
