import type { TortureResult } from './kills.ts';

/** @returns The results as a Markdown table, one row for each kind of victim. */
export function tableOf(
  results: readonly (readonly [string, TortureResult])[],
  { images, seed, version }: { images: number; seed: number; version: string },
): string {
  const heads = [
    'killed',
    'times in the middle of a job',
    'with a call under way',
    'jobs',
    'targets',
    'calls',
    'answers lost',
    'throttled',
    'outcomes',
    'disagreements',
  ];
  const rows = results.map(([name, result]) => [
    name,
    result.kills,
    result.openSends,
    result.jobs,
    result.targets,
    result.calls,
    result.lostAnswers,
    result.throttled,
    Object.entries(result.outcomes)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', '),
    result.problems.length,
  ]);
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${version}, ${images} images a job, seed ${seed}.\n\n${lines.join('\n')}\n`;
}
