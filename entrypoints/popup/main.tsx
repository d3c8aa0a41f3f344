import { browser } from 'wxt/browser';
import { App } from '../../components/app/App.tsx';
import { startPage } from '../../components/shared/start-page.tsx';
import { t } from '../../utils/browser/i18n.ts';

if (browser.extension.getViews({ type: 'popup' }).includes(window)) {
  document.documentElement.classList.add('in-popup');
}
startPage(t('app_name'), <App />);
