import { formatDay, formatNumber, t } from '../../utils/browser/i18n.ts';
import { type DayOfOutcomes, outcomesByDay } from '../../utils/history/history.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { NO_OUTCOMES, OUTCOMES, type Outcome } from '../../utils/job/outcome.ts';
import { OUTCOME_TEXTS } from '../shared/reason-texts.ts';
import './day-chart.css';

const DAYS = 30;
const HEIGHT = 48;
const BAR = 8;
const GAP = 2;

/** The lowest height of an outcome, so that one failure in thousands is visible. */
const LEAST = 3;

export interface DayChartProps {
  readonly jobs: readonly JobRecord[];
  readonly now: number;
}

/** The outcomes of jobs by day, as a bar chart, and as a table for screen readers. */
export function DayChart({ jobs, now }: DayChartProps) {
  const days = outcomesByDay(jobs, now, DAYS);
  const most = Math.max(...days.map(({ total }) => total));
  const sums = { ...NO_OUTCOMES } as Record<Outcome, number>;
  for (const { counts } of days) for (const one of OUTCOMES) sums[one] += counts[one];
  const there = OUTCOMES.filter((outcome) => sums[outcome] > 0);
  return (
    <section class="day-chart" aria-label={t('history_chart')}>
      <div class="day-chart-head">
        <h2>{t('history_chart')}</h2>
        {most > 0 && (
          <span class="quiet numbers">{t('history_chart_most', [formatNumber(most)])}</span>
        )}
      </div>
      {most === 0 ? (
        <p class="quiet">{t('history_chart_none')}</p>
      ) : (
        <>
          <svg
            class="day-chart-bars"
            aria-hidden="true"
            viewBox={`0 0 ${DAYS * (BAR + GAP)} ${HEIGHT}`}
            preserveAspectRatio="none"
          >
            {days.map((day, index) => (
              <Bar key={day.day} day={day} left={index * (BAR + GAP)} most={most} />
            ))}
          </svg>
          <div class="day-chart-ends quiet numbers" aria-hidden="true">
            <span>{formatDay(days[0]?.day ?? now)}</span>
            <span>{formatDay(now)}</span>
          </div>
          <ul class="day-chart-key numbers">
            {there.map((outcome) => (
              <li key={outcome}>
                <svg aria-hidden="true" viewBox="0 0 10 10">
                  <rect class={`day-chart-${outcome}`} width={10} height={10} />
                </svg>
                {t('outcome_count', [formatNumber(sums[outcome]), t(OUTCOME_TEXTS[outcome])])}
              </li>
            ))}
          </ul>
          <Table days={days} outcomes={there} />
        </>
      )}
    </section>
  );
}

interface BarProps {
  readonly day: DayOfOutcomes;
  readonly left: number;
  readonly most: number;
}

function Bar({ day: { day, counts, total }, left, most }: BarProps) {
  if (total === 0) {
    return <rect class="day-chart-empty" x={left} y={HEIGHT - 1} width={BAR} height={1} />;
  }
  const there = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const room = HEIGHT - LEAST * there.length;
  const words = there.map((one) =>
    t('outcome_count', [formatNumber(counts[one]), t(OUTCOME_TEXTS[one])]),
  );
  let bottom = HEIGHT;
  return (
    <g>
      <title>{[formatDay(day), ...words].join(t('list_comma'))}</title>
      {there.map((outcome) => {
        const height = LEAST + (room * counts[outcome]) / most;
        bottom -= height;
        return (
          <rect
            key={outcome}
            class={`day-chart-${outcome}`}
            x={left}
            y={bottom}
            width={BAR}
            height={height}
          />
        );
      })}
    </g>
  );
}

interface TableProps {
  readonly days: readonly DayOfOutcomes[];
  readonly outcomes: readonly Outcome[];
}

/** The days that have outcomes, as a table. */
function Table({ days, outcomes }: TableProps) {
  return (
    <div class="unseen">
      <table>
        <caption>{t('history_chart_table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history_chart_day')}</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {t(OUTCOME_TEXTS[outcome])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ total }) => total > 0)
            .map(({ day, counts }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                {outcomes.map((outcome) => (
                  <td key={outcome}>{formatNumber(counts[outcome])}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
