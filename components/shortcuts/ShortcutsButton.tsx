import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { Glyph } from '../shared/Glyph.tsx';
import { isTyping } from './is-typing.ts';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';

/** Opens the sheet of keys, as `?` does wherever nothing is typed into. */
export function ShortcutsButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return;
      // A dialog that is open already keeps the keys to itself.
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        class="button keys-button"
        title={t('keys_title')}
        aria-label={t('keys_title')}
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        <Glyph name="keys" />
      </button>
      {open && <ShortcutsSheet onClose={() => setOpen(false)} />}
    </>
  );
}
