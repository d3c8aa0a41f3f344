import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { SHORTCUTS, shortcutKeys } from '../../utils/browser/shortcuts.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { KEY_PARTS } from './keys.ts';
import './shortcuts-sheet.css';

/** The commands of the manifest, by their names there. */
const COMMANDS: readonly { readonly name: string; readonly does: MessageKey }[] = [
  { name: '_execute_action', does: 'keys_open_review' },
  { name: SHORTCUTS.collectHovered, does: 'command_collect_hovered' },
];

const ON_MAC = /mac/i.test(navigator.userAgent);

/** A dialog that lists all keyboard shortcuts. */
export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }) {
  const [set, setSet] = useState<Readonly<Record<string, string>>>();
  useEffect(() => {
    // If the browser does not answer, the commands are shown without their keys.
    shortcutKeys().then(setSet, () => setSet({}));
  }, []);
  return (
    <Dialog
      title={t('keys_title')}
      onClose={onClose}
      reading
      foot={<Button onPress={onClose}>{t('keys_close')}</Button>}
    >
      {KEY_PARTS.map(({ title, lines }) => (
        <Part key={title} title={t(title)}>
          {lines.map(({ keys, does }) => (
            <Line key={does} does={t(does)} keys={keys} />
          ))}
        </Part>
      ))}
      <Part title={t('keys_on_pages')}>
        {COMMANDS.map(({ name, does }) => {
          const chord = set?.[name] ?? '';
          return (
            <Line
              key={name}
              does={t(does)}
              keys={chord === '' ? [] : [chord.split('+')]}
              otherwise={set === undefined ? '' : t('keys_none_set')}
            />
          );
        })}
      </Part>
      <p class="quiet">{t('keys_on_pages_hint')}</p>
    </Dialog>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ title, children }: PartProps) {
  return (
    <section class="keys-part">
      <h3>{title}</h3>
      <dl class="keys">{children}</dl>
    </section>
  );
}

interface LineProps {
  readonly does: string;
  readonly keys: readonly (readonly string[])[];
  /** The text when there are no keys. */
  readonly otherwise?: string;
}

function Line({ does, keys, otherwise = '' }: LineProps) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>
        {keys.length === 0 && <span class="quiet">{otherwise}</span>}
        {keys.map((chord) => (
          <span key={chord.join('+')} class="keys-chord">
            {chord.map((key) => (
              <kbd key={key}>{nameOf(key)}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}

function nameOf(key: string): string {
  if (key === 'Mod') return ON_MAC ? '⌘' : 'Ctrl';
  return key === 'Space' ? t('keys_space') : key;
}
