import { t } from '../../utils/browser/i18n.ts';
import { version } from '../../utils/browser/own-version.ts';

/** The version, what the extension promises, and the licences of its parts. */
export function AboutPart() {
  return (
    <>
      <p>{t('about_version', [version()])}</p>
      <p>{t('about_promise')}</p>
      <p>
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          {t('about_licences')}
        </a>
      </p>
    </>
  );
}
