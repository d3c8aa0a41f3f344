import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openCollected as openInUtils } from '../../utils/collection/collected.ts';
import { openCollected } from './stores.ts';

it('opens the collection once, whoever asks', () => {
  expect(openCollected()).toBe(openInUtils());
});
