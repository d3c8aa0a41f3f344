import type { VodClient } from '../vod/client.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import { Pace } from '../vod/pace.ts';

/** GetImageInfos is held to 10 calls a second. Source: VOD's QPS page. */
const ASKED_PER_SECOND = 10;

/** What VOD said of the ImageIds of a call that may have been carried out. */
export interface Found {
  readonly missing: ReadonlySet<string>;
  /** Of the call that asked. */
  readonly requestId: string;
}

/** Asks VOD what is still there, as long as the account may. */
export class Inquiry {
  readonly #client: VodClient;
  readonly #signal: AbortSignal;
  readonly #pace = new Pace({ start: ASKED_PER_SECOND, limit: ASKED_PER_SECOND });
  #may = true;

  constructor(client: VodClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  /**
   * Asks which of at most 20 ImageIds VOD no longer has; nothing where that cannot be learnt, which
   * is no reason to stop.
   */
  async missingOf(imageIds: readonly string[]): Promise<Found | undefined> {
    if (!this.#may) return undefined;
    await this.#pace.turn(this.#signal);
    const answer = await this.#client.call(getImageInfos(imageIds));
    if (answer.ok) {
      return { missing: new Set(answer.value.missing), requestId: answer.requestId };
    }
    const { kind, retryAfterMs } = answer.error;
    // It is the job's own calls that use up the account's limit, and their pace falls by itself.
    if (kind === 'throttled') this.#pace.hold(retryAfterMs);
    if (kind === 'forbidden') this.#may = false;
    return undefined;
  }
}
