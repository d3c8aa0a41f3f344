import { useMemo, useState } from 'preact/hooks';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import type { VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { WelcomePart } from '../app/welcome/WelcomePart.tsx';
import { NOTHING_SELECTED } from '../collection/list/selection.ts';
import { Review } from '../collection/Review.tsx';
import { DeleteDialog } from '../plan/DeleteDialog.tsx';
import type { DeletionRequest } from '../plan/request.ts';
import { Button } from '../shared/Button.tsx';
import { type PagePictures, PagePicturesContext } from '../shared/page-pictures.ts';
import { DEMO_IMAGES, DEMO_ITEMS, demoAccount } from './demo-items.ts';
import './demo.css';

const NO_VAULT: VaultState = { state: 'none', holds: [] };

/** The built-in pictures. No address of the demo is loaded. */
const PICTURES: PagePictures = {
  builtIn: (address) => {
    const image = DEMO_IMAGES.find((one) => one.address === address);
    return image === undefined ? undefined : `/demo/${image.picture}.svg`;
  },
  pictureOf: () => undefined,
  wasTried: () => false,
  lacks: () => {},
};

/** The review and the delete dialog with built-in images. It cannot send anything. */
export function Demo({ managed }: { readonly managed: ManagedSettings }) {
  const [open, setOpen] = useState(false);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const [request, setRequest] = useState<DeletionRequest>();
  const current = useMemo(() => demoAccount(t('demo_account')), []);
  return (
    <WelcomePart title={t('demo_title')}>
      <p>{t('demo_lead')}</p>
      {!open && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('demo_open')}</Button>
        </div>
      )}
      {open && (
        <PagePicturesContext.Provider value={PICTURES}>
          <div class="demo">
            <Review
              name="demo"
              accountId={undefined}
              items={DEMO_ITEMS}
              selection={selection}
              onSelect={setSelection}
              onDelete={(items) => setRequest({ items })}
              action={{
                label: t('review_collect'),
                done: (count) => t('demo_collected', count),
                run: async () => {},
              }}
            />
          </div>
          {request !== undefined && (
            <DeleteDialog
              demo
              request={request}
              current={current}
              vault={NO_VAULT}
              managed={managed}
              onClose={() => setRequest(undefined)}
              onStarted={() => setRequest(undefined)}
            />
          )}
        </PagePicturesContext.Provider>
      )}
    </WelcomePart>
  );
}
