import type { Operation } from './operation.ts';

export const operation: Operation = {
  name: 'DescribeVodRefreshQuota',
  parameters: [],
  onlyIn: 'cn-shanghai',
  run({ caller, refreshes }) {
    const { urls, urlsLeft, folders, foldersLeft } = refreshes.quotaOf(caller);
    return {
      UrlQuota: String(urls),
      UrlRemain: String(urlsLeft),
      DirQuota: String(folders),
      DirRemain: String(foldersLeft),
      PreloadQuota: '500',
      PreloadRemain: '500',
      BlockQuota: '300',
      blockRemain: '300',
    };
  },
};
