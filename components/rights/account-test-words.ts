import { formatSpan, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { PURPOSES, type Purpose } from '../../utils/rights/policy.ts';
import type { AccountTest, Answer, CHECKS } from '../../utils/rights/results.ts';

/** How each answer is shown: a symbol, a word and a tone. */
export const ANSWERS = {
  yes: { sign: '✓', name: 'answer_yes', tone: 'good' },
  no: { sign: '✕', name: 'answer_no', tone: 'bad' },
  'not-known': { sign: '?', name: 'answer_not_known', tone: 'calm' },
} as const satisfies Readonly<
  Record<Answer, { sign: string; name: MessageKey; tone: 'good' | 'bad' | 'calm' }>
>;

/** What is true of each check whose answer is yes. */
export const CHECK_TEXTS: Readonly<Record<(typeof CHECKS)[number], MessageKey>> = {
  reachable: 'check_reachable',
  clock: 'check_clock',
  key: 'check_key',
  signature: 'check_signature',
  token: 'check_token',
};

/** What a key may be used for, in the order of the choices. */
export const PURPOSE_TEXTS: Readonly<Record<Purpose, MessageKey>> = {
  delete: 'purpose_delete',
  ask: 'purpose_ask',
  domains: 'purpose_domains',
  purge: 'purpose_purge',
};

/** What a RAM action is needed for, when the text of its purpose is not exact enough. */
const ACTION_TEXTS: Readonly<Partial<Record<keyof AccountTest['actions'], MessageKey>>> = {
  'vod:DeleteImage': 'action_delete_image',
  'vod:GetImageInfos': 'action_get_image_infos',
  'vod:ListSnapshots': 'action_list_snapshots',
  'vod:DescribeVodUserDomains': 'action_describe_domains',
  'vod:RefreshVodObjectCaches': 'action_refresh_caches',
  'vod:DescribeVodRefreshTasks': 'action_refresh_tasks',
  'vod:DescribeVodRefreshQuota': 'action_refresh_quota',
};

/** @returns The text for what a RAM action is needed for: its own, or that of its purpose. */
export function actionText(action: keyof AccountTest['actions']): MessageKey {
  const purposes = Object.keys(PURPOSES) as readonly Purpose[];
  const purpose = purposes.find((one) => PURPOSES[one].includes(action)) ?? 'ask';
  return ACTION_TEXTS[action] ?? PURPOSE_TEXTS[purpose];
}

/** @param skewMs How far this computer's clock is behind VOD's; negative when it is ahead. */
export function skewWords(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds <= 1) return t('skew_none');
  return t(skewMs > 0 ? 'skew_behind' : 'skew_ahead', [formatSpan(seconds)]);
}
