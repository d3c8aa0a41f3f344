import { Welcome } from '../../components/app/welcome/Welcome.tsx';
import { startPage } from '../../components/shared/start-page.tsx';
import { t } from '../../utils/browser/i18n.ts';

startPage(t('welcome_page_title'), <Welcome />);
