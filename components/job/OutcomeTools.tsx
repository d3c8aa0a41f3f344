import { formatNumber, t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { OUTCOMES } from '../../utils/job/outcome.ts';
import { ListFilter } from '../shared/ListFilter.tsx';
import { ListTools } from '../shared/ListTools.tsx';
import { OUTCOME_TEXTS } from '../shared/reason-texts.ts';
import { doneCount } from './job-words.ts';
import type { OutcomeFilter } from './outcome-filter.ts';

export interface OutcomeToolsProps {
  readonly job: JobRecord;
  /** How many targets are shown. */
  readonly shown: number;
  readonly filter: OutcomeFilter;
  readonly onFilter: (filter: OutcomeFilter) => void;
}

/** The search field and the filter above the outcomes of a job. */
export function OutcomeTools({ job, shown, filter, onFilter }: OutcomeToolsProps) {
  const { counts, total } = job;
  const open = total - doneCount(counts);
  const options = [
    ...OUTCOMES.map((value) => ({ value, words: OUTCOME_TEXTS[value], count: counts[value] })),
    { value: 'open', words: 'outcome_open', count: open } as const,
  ];
  const limited = filter.outcome !== undefined || filter.words.trim() !== '';
  return (
    <ListTools
      search={{ label: t('outcomes_search'), hint: t('outcomes_search_hint') }}
      words={filter.words}
      onWords={(words) => onFilter({ ...filter, words })}
      count={
        limited &&
        (shown === 0
          ? t('outcomes_nothing_fits')
          : t('outcomes_count_of', total, [formatNumber(shown), formatNumber(total)]))
      }
    >
      <ListFilter
        label={t('history_filter_outcome')}
        any={t('history_any_outcome')}
        options={options
          .filter(({ value, count }) => count > 0 || value === filter.outcome)
          .map(({ value, words, count }) => ({
            value,
            name: t('outcome_count', [formatNumber(count), t(words)]),
          }))}
        chosen={filter.outcome}
        onChoose={(outcome) => onFilter({ ...filter, outcome })}
      />
    </ListTools>
  );
}
