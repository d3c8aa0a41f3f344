import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { isTyping } from './is-typing.ts';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';

/** Opens the sheet of shortcuts. So does `?`, except in a text field. */
export function ShortcutsButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return;
      // An open dialog blocks the shortcuts of the page.
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <IconButton glyph="keys" name={t('keys_title')} shortcut="?" onPress={() => setOpen(true)} />
      {open && <ShortcutsSheet onClose={() => setOpen(false)} />}
    </>
  );
}
