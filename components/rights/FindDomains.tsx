import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import { findDomains } from '../../utils/rights/commands.ts';
import type { FoundDomain, FoundDomains } from '../../utils/rights/results.ts';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { Notice } from '../shared/Notice.tsx';
import { TEST_TEXTS } from '../shared/reason-texts.ts';
import './find-domains.css';

/** The most ids that one GetImageInfos call takes. */
const MOST_IDS = 20;

const FOUND_BY: Readonly<Record<FoundDomain['by'], MessageKey>> = {
  list: 'find_by_list',
  image: 'find_by_image',
};

export interface FindDomainsProps {
  /** The id of the account that asks VOD; absent when it has no key yet. */
  readonly askWith: string | undefined;
  readonly typed: readonly string[];
  readonly onAdd: (domains: readonly string[]) => void;
}

/** Asks VOD for the account's domains, and adds those that the person selects. */
export function FindDomains({ askWith, typed, onAdd }: FindDomainsProps) {
  const [found, setFound] = useState<FoundDomains>();
  const [state, setState] = useState<'asking' | 'failed'>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState(0);

  const find = async (accountId: string) => {
    setState('asking');
    setFound(undefined);
    setAdded(0);
    try {
      const answer = await send(findDomains, { accountId, imageIds: await collectedIds() });
      setFound(answer);
      setTicked(new Set());
      setState(undefined);
    } catch {
      setState('failed');
    }
  };
  const missing = found?.domains.filter(({ domain }) => !typed.includes(domain)) ?? [];
  const why = found?.fault === undefined ? undefined : TEST_TEXTS[found.fault.kind];
  const tick = (domain: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(domain);
    else next.delete(domain);
    setTicked(next);
  };
  const add = () => {
    const chosen = missing.map(({ domain }) => domain).filter((domain) => ticked.has(domain));
    onAdd(chosen);
    setTicked(new Set());
    setAdded(chosen.length);
  };

  return (
    <div class="find">
      <ButtonRow>
        <Button
          disabled={askWith === undefined || state === 'asking'}
          onPress={() => {
            if (askWith !== undefined) void find(askWith);
          }}
        >
          {t(state === 'asking' ? 'find_asking' : 'find_domains')}
        </Button>
        <span class="field-hint">
          {t(askWith === undefined ? 'find_needs_key' : 'find_domains_hint')}
        </span>
      </ButtonRow>
      {missing.length > 0 && (
        <FoundList domains={missing} ticked={ticked} onTick={tick} onAdd={add} />
      )}
      <div role="status">
        {added > 0 && <p class="quiet">{t('find_added', added)}</p>}
        {found !== undefined && missing.length === 0 && added === 0 && why === undefined && (
          <p class="quiet">{t(found.domains.length === 0 ? 'find_none' : 'find_all_there')}</p>
        )}
        {why !== undefined && (
          <Notice tone="warn">
            <p>{t('sentences', [t(why.happened), t(why.next)])}</p>
          </Notice>
        )}
        {state === 'failed' && (
          <Notice tone="bad">
            <p>{t('fault_no_answer')}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}

interface FoundListProps {
  readonly domains: readonly FoundDomain[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (domain: string, on: boolean) => void;
  readonly onAdd: () => void;
}

/** The found domains, to select and add. */
function FoundList({ domains, ticked, onTick, onAdd }: FoundListProps) {
  return (
    <ChoiceGroup legend={t('find_found', domains.length)} class="find-list">
      {domains.map(({ domain, by }) => (
        <Choice
          key={domain}
          type="checkbox"
          name={domain}
          hint={t(FOUND_BY[by])}
          fixed="name"
          checked={ticked.has(domain)}
          onChange={(on) => onTick(domain, on)}
        />
      ))}
      <div>
        <Button disabled={ticked.size === 0} onPress={onAdd}>
          {t('find_add')}
        </Button>
      </div>
    </ChoiceGroup>
  );
}

/** @returns Ids of collected images: the addresses that VOD has for them show its domains. */
async function collectedIds(): Promise<string[]> {
  const items = await openCollected()
    .items()
    .catch(() => []);
  const ids = items.flatMap(({ imageId }) => imageId ?? []);
  return [...new Set(ids)].slice(0, MOST_IDS);
}
