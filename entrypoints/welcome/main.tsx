import { startPage } from '../../components/shared/start-page.tsx';
import { Welcome } from '../../components/watching/Welcome.tsx';
import { t } from '../../utils/browser/i18n.ts';

startPage(t('welcome_page_title'), <Welcome />);
