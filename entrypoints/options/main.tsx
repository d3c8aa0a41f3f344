import { Options } from '../../components/settings/Options.tsx';
import { startPage } from '../../components/shared/start-page.tsx';
import { t } from '../../utils/browser/i18n.ts';

startPage(t('options_page_title'), <Options />);
