// https://www.alibabacloud.com/help/en/vod/developer-reference/api-vod-2017-03-21-endpoint
const ENDPOINTS = {
  'cn-shanghai': 'vod.cn-shanghai.aliyuncs.com',
  'cn-beijing': 'vod.cn-beijing.aliyuncs.com',
  'cn-shenzhen': 'vod.cn-shenzhen.aliyuncs.com',
  // The official SDK uses Shanghai's endpoint for Hangzhou: https://github.com/aliyun/alibabacloud-typescript-sdk
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

/** Every region, in the order of the form. */
export const REGIONS: readonly Region[] = Object.keys(ENDPOINTS).filter(isRegion);

/** Every endpoint host once: the hosts in the extension's permissions. */
export const ENDPOINT_HOSTS: readonly string[] = [...new Set(Object.values(ENDPOINTS))];

/** Whether a value is the id of a region of VOD. */
export function isRegion(value: unknown): value is Region {
  return typeof value === 'string' && Object.hasOwn(ENDPOINTS, value);
}

/** @returns The host of a region's endpoint. */
export function endpointOf(region: Region): string {
  return ENDPOINTS[region];
}
