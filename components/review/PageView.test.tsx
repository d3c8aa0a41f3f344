// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { PageSightings } from '../../utils/collection/page-sightings.ts';
import { NEW_ACCOUNT } from '../../utils/vault/account.ts';
import { show } from '../shared/testing.ts';
import { PageView } from './PageView.tsx';
import { NOTHING_SELECTED } from './selection.ts';
import type { TakenPictures } from './use-page-pictures.ts';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);
vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));
vi.mock('../shared/stores.ts', () => ({ openCollected: vi.fn() }));

const image: PageSightings['sightings'][number] = {
  key: `img.example.com/image/default/${'a'.repeat(32)}-6-2.png`,
  kind: 'image',
  certainty: 'strict',
  addresses: [`https://img.example.com/image/default/${'a'.repeat(32)}-6-2.png`],
  carriers: ['img'],
  page: 'https://www.example.com/',
};
const NO_PICTURES: TakenPictures = {
  pictures: new Map(),
  pictureOf: () => undefined,
  wasTried: () => false,
  lacks: () => {},
  lacking: 0,
  asked: undefined,
  taking: false,
  take: () => {},
};
const view = async (page: Partial<PageSightings>) => {
  await show(
    <PageView
      page={{ state: 'spotted', sightings: [], ...page }}
      account={{
        ...NEW_ACCOUNT,
        id: 'a',
        name: 'Acme',
        region: 'cn-shanghai',
        ownDomains: ['img.example.com'],
      }}
      selection={NOTHING_SELECTED}
      onSelect={vi.fn()}
      onDelete={vi.fn()}
      onSpotAgain={vi.fn()}
      onShow={vi.fn()}
      pictures={NO_PICTURES}
    />,
  );
  return document.body.textContent ?? '';
};

beforeEach(() => {
  // There is no layout here, and a list without height shows no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

it.each([[[image]], [[]]])(
  'says what keeps the list from being complete (%#)',
  async (sightings) => {
    expect(await view({ sightings })).not.toContain('not listed');
    expect(await view({ sightings, full: true })).toContain('some images are not listed');
    expect(await view({ sightings, capped: 5000 })).toContain('first 5000 elements');
  },
);
