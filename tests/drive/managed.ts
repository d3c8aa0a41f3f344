import { bundle } from '../pages/bundle.ts';

/** Settings of an administrator: each setting once, all valid. */
export const WRITTEN = {
  accounts: [
    {
      id: 'acme-video',
      name: 'Acme Video',
      colour: 'teal',
      region: 'cn-shanghai',
      ownDomains: ['vod.acme-video.example', '*.acme-learning.example'],
      key: { from: 'uri', uri: 'https://sts.acme-video.example/vod' },
      limits: { largestJob: 500, byVideo: false },
    },
  ],
  deletions: { byAddress: true, byId: true, byVideo: false },
  largestJob: 1000,
  alwaysTypeNumber: true,
  watchedSites: ['https://www.acme-learning.example/*'],
  locked: ['accounts', 'grace'],
};

/** The settings when the administrator sets nothing. */
export const NOTHING_SET = {
  accounts: [],
  deletions: { byAddress: true, byId: true, byVideo: true },
  largestJob: 20_000,
  alwaysTypeNumber: false,
  watchedSites: [],
  locked: [],
  faults: [],
};

/** @returns A script that sets `managed` to the module that reads an administrator's settings. */
export function managedScript(): Promise<string> {
  return bundle('utils/accounts/managed.ts', 'managed');
}
