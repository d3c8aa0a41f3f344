import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../../utils/browser/i18n.ts';
import { LAYOUTS, type Layout, layout } from '../../../utils/settings/settings.ts';
import { Button } from '../../shared/Button.tsx';
import { Glyph } from '../../shared/Glyph.tsx';
import './layout-choice.css';

const NAMES: Readonly<Record<Layout, MessageKey>> = { list: 'layout_list', grid: 'layout_grid' };

/** The layout, read before the first list opens, so that the list does not have to wait. */
export const EarlyLayout = createContext<Layout | undefined>(undefined);

/** @returns The layout that the person chose; `undefined` until it is read. */
export function useLayout(): Layout | undefined {
  const [chosen, setChosen] = useState(useContext(EarlyLayout));
  useLayoutEffect(() => {
    // A list in the wrong layout is better than no list.
    void layout.value().then(setChosen, () => setChosen('list'));
    return layout.onChange(setChosen);
  }, []);
  return chosen;
}

/** Two toggle buttons: list or grid. */
export function LayoutChoice({ chosen }: { readonly chosen: Layout | undefined }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div class="layout-choice" role="group" aria-label={t('layout')}>
      {LAYOUTS.map((one) => (
        <Button
          key={one}
          label={t(NAMES[one])}
          hint={t(NAMES[one])}
          pressed={one === chosen}
          onPress={() => void layout.save(one)}
        >
          <Glyph name={one} />
        </Button>
      ))}
    </div>
  );
}
