import { App } from '../../components/app/App.tsx';
import { startPage } from '../../components/shared/start-page.tsx';
import { t } from '../../utils/browser/i18n.ts';

startPage(t('app_name'), <App panel />);
