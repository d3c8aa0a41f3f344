// https://www.alibabacloud.com/help/en/vod/developer-reference/api-vod-2017-03-21-endpoint
const ENDPOINTS = {
  'cn-shanghai': 'vod.cn-shanghai.aliyuncs.com',
  'cn-beijing': 'vod.cn-beijing.aliyuncs.com',
  'cn-shenzhen': 'vod.cn-shenzhen.aliyuncs.com',
  // The official SDK serves Hangzhou from Shanghai: https://github.com/aliyun/alibabacloud-typescript-sdk
  'cn-hangzhou': 'vod.cn-shanghai.aliyuncs.com',
  'cn-hongkong': 'vod.cn-hongkong.aliyuncs.com',
  'cn-north-2-gov-1': 'vod.cn-north-2-gov-1.aliyuncs.com',
  'ap-southeast-1': 'vod.ap-southeast-1.aliyuncs.com',
  'ap-southeast-5': 'vod.ap-southeast-5.aliyuncs.com',
  'ap-northeast-1': 'vod.ap-northeast-1.aliyuncs.com',
  'eu-central-1': 'vod.eu-central-1.aliyuncs.com',
  'us-west-1': 'vod.us-west-1.aliyuncs.com',
  'me-central-1': 'vod.me-central-1.aliyuncs.com',
} as const;

/** A region in which VOD stores media. */
export type Region = keyof typeof ENDPOINTS;

/** Every region, in the order in which a form offers them. */
export const REGIONS: readonly Region[] = Object.keys(ENDPOINTS).filter(isRegion);

/** Every endpoint host once: what the extension asks host permission for. */
export const ENDPOINT_HOSTS: readonly string[] = [...new Set(Object.values(ENDPOINTS))];

/** Takes any value; tells whether it is the id of a region VOD serves. */
export function isRegion(value: unknown): value is Region {
  return typeof value === 'string' && Object.hasOwn(ENDPOINTS, value);
}

/** Takes a region; gives the host that serves it. Each host serves its own region only. */
export function endpointOf(region: Region): string {
  return ENDPOINTS[region];
}
