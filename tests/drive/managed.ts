import { bundle } from '../pages/bundle.ts';

/** What an administrator might write: every setting once, all of it understood. */
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

/** What is read when nothing is set. */
export const NOTHING_SET = {
  accounts: [],
  deletions: { byAddress: true, byId: true, byVideo: true },
  largestJob: 20_000,
  alwaysTypeNumber: false,
  watchedSites: [],
  locked: [],
  faults: [],
};

/** A script that leaves in `managed` what the product reads an administrator's settings with. */
export function managedScript(): Promise<string> {
  return bundle('utils/accounts/managed.ts', 'managed');
}
