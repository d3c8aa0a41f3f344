import { t } from '../../utils/browser/i18n.ts';
import './name-list.css';

const MOST_LISTED = 100;

/** A list of addresses and ids: the first ones, and how many more there are. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  return (
    <ul class="name-list">
      {names.slice(0, MOST_LISTED).map((name, place) => (
        <li key={place} class="fixed">
          {name}
        </li>
      ))}
      {names.length > MOST_LISTED && <li>{t('left_out_more', names.length - MOST_LISTED)}</li>}
    </ul>
  );
}
