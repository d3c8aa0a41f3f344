import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Region } from '../../utils/vod/regions.ts';

const NAMES: Readonly<Record<Region, MessageKey>> = {
  'cn-shanghai': 'region_cn_shanghai',
  'cn-beijing': 'region_cn_beijing',
  'cn-shenzhen': 'region_cn_shenzhen',
  'cn-hangzhou': 'region_cn_hangzhou',
  'cn-hongkong': 'region_cn_hongkong',
  'cn-north-2-gov-1': 'region_cn_north_2_gov_1',
  'ap-southeast-1': 'region_ap_southeast_1',
  'ap-southeast-5': 'region_ap_southeast_5',
  'ap-northeast-1': 'region_ap_northeast_1',
  'eu-central-1': 'region_eu_central_1',
  'us-west-1': 'region_us_west_1',
  'me-central-1': 'region_me_central_1',
};

/** @returns A region's place and id, such as "Shanghai (cn-shanghai)". */
export function regionName(region: Region): string {
  return t('region_with_id', [t(NAMES[region]), region]);
}

/** @returns A region's place without its id. */
export function regionPlace(region: Region): string {
  return t(NAMES[region]);
}
