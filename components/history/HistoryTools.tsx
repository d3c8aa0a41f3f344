import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { accountsOf, type StateGroup } from '../../utils/history/history.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { OUTCOMES } from '../../utils/job/outcome.ts';
import { ListFilter } from '../shared/ListFilter.tsx';
import { ListTools } from '../shared/ListTools.tsx';
import { OUTCOME_TEXTS } from '../shared/reason-texts.ts';
import type { Looking } from './looking.ts';

const STATES = [
  ['under-way', 'history_under_way'],
  ['paused', 'job_state_paused'],
  ['ended', 'job_state_ended'],
] as const satisfies readonly (readonly [StateGroup, MessageKey])[];

export interface HistoryToolsProps {
  readonly jobs: readonly JobRecord[];
  readonly looking: Looking;
  readonly onLook: (looking: Looking) => void;
  /** How many jobs are shown, in words. */
  readonly count: string;
}

/** The search field and filters above the list of jobs. */
export function HistoryTools({ jobs, looking, onLook, count }: HistoryToolsProps) {
  return (
    <ListTools
      search={{ label: t('history_search'), hint: t('history_search_hint') }}
      words={looking.words}
      onWords={(words) => onLook({ ...looking, words })}
      count={count}
    >
      <ListFilter
        label={t('history_filter_account')}
        any={t('history_any_account')}
        options={accountsOf(jobs).map(({ id, name }) => ({ value: id, name }))}
        chosen={looking.accountId}
        onChoose={(accountId) => onLook({ ...looking, accountId })}
      />
      <ListFilter
        label={t('history_filter_outcome')}
        any={t('history_any_outcome')}
        options={OUTCOMES.map((value) => ({ value, name: t(OUTCOME_TEXTS[value]) }))}
        chosen={looking.outcome}
        onChoose={(outcome) => onLook({ ...looking, outcome })}
      />
      <ListFilter
        label={t('history_filter_state')}
        any={t('history_any_state')}
        options={STATES.map(([value, words]) => ({ value, name: t(words) }))}
        chosen={looking.state}
        onChoose={(state) => onLook({ ...looking, state })}
      />
    </ListTools>
  );
}
