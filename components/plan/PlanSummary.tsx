import { useContext, useMemo } from 'preact/hooks';
import type { Account, Colour } from '../../utils/accounts/account.ts';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { pictureOf, targetName } from '../../utils/plan/target.ts';
import { Dot } from '../accounts/Dot.tsx';
import { regionName } from '../accounts/regions.ts';
import { type PagePictures, PagePicturesContext } from '../shared/page-pictures.ts';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import './plan-summary.css';

const PICTURES = 7;

export interface PlanSummaryProps {
  readonly plan: Plan | undefined;
  readonly account: Account;
  /** About how many images of the videos are deleted; absent if VOD did not say. */
  readonly ofVideos: number | undefined;
  /** By address, for images that do not load. */
  readonly pictures?: ReadonlyMap<string, string> | undefined;
}

/** The frozen plan in numbers and pictures. */
export function PlanSummary({ plan, account, ofVideos, pictures }: PlanSummaryProps) {
  const around = useContext(PagePicturesContext);
  const taken = useMemo(() => pictures && ofList(pictures), [pictures]) ?? around;
  const targets = plan?.targets ?? [];
  const videos = targets.filter((target) => target.by === 'video').length;
  const pictured = targets.slice(0, PICTURES);
  const more = targets.length - pictured.length;
  return (
    <>
      <dl class="plan-figures">
        <Figure name={t('plan_images')} value={formatNumber(targets.length - videos)} large />
        <Figure
          name={t('plan_videos')}
          value={formatNumber(videos)}
          more={videos > 0 && ofVideos !== undefined ? t('plan_videos_about', ofVideos) : undefined}
          large
        />
        <Figure name={t('plan_calls')} value={formatNumber(plan?.calls.length ?? 0)} large />
        <Figure name={t('plan_account')} value={account.name} colour={account.colour} />
        <Figure name={t('plan_region')} value={regionName(account.region)} />
      </dl>
      {pictured.length > 0 && (
        <PagePicturesContext.Provider value={taken}>
          <ul class="plan-pictures">
            {pictured.map((target) => (
              <li key={`${target.by} ${targetName(target)}`}>
                <Thumbnail
                  address={pictureOf(target)}
                  without={target.by === 'video' ? 'video' : 'id'}
                  own
                />
              </li>
            ))}
            {more > 0 && <li class="plan-more numbers">+{formatNumber(more)}</li>}
          </ul>
        </PagePicturesContext.Provider>
      )}
    </>
  );
}

/** @returns The pictures that the list already has. The dialog takes no new ones. */
function ofList(pictures: ReadonlyMap<string, string>): PagePictures {
  return {
    pictureOf: (address) => pictures.get(address),
    wasTried: () => false,
    lacks: () => {},
  };
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** A smaller text after the value. */
  readonly more?: string | undefined;
  readonly large?: boolean;
  /** The colour of a dot before the value. */
  readonly colour?: Colour;
}

function Figure({ name, value, more, large, colour }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={large === true ? 'plan-large numbers' : undefined}>
        {colour !== undefined && (
          <>
            <Dot colour={colour} />{' '}
          </>
        )}
        {value}
        {more !== undefined && <span class="plan-about"> {more}</span>}
      </dd>
    </div>
  );
}
