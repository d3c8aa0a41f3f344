import { useState } from 'preact/hooks';
import { formatSpan, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { type Command, send } from '../../utils/browser/messages.ts';
import type { PassphraseAnswer } from '../../utils/keys/vault/vault.ts';
import { useNow } from '../shared/hooks.ts';

/** A try of a passphrase, and how long none is looked at. */
export interface PassphraseTry {
  /** What the last try came to, in words; gone with the next. */
  readonly fault: string | undefined;
  /** How long to wait, in words; `undefined` when one may be tried. */
  readonly wait: string | undefined;
  readonly trying: boolean;
  /** Sends a command that takes a passphrase; gives whether it was the right one. */
  readonly send: <Name extends string, Input>(
    command: Command<Name, Input, PassphraseAnswer>,
    input: Input,
  ) => Promise<boolean>;
  readonly clear: () => void;
}

const FAULTS = {
  wrong: 'fault_passphrase_wrong',
  'too-soon': 'fault_passphrase_too_soon',
  'no-vault': 'fault_no_vault',
  damaged: 'fault_vault_damaged',
} as const satisfies Record<string, MessageKey>;

/** Tries passphrases; `nextTryAt` is what the vault says of when the next is looked at. */
export function usePassphrase(nextTryAt: number | undefined): PassphraseTry {
  const [fault, setFault] = useState<MessageKey>();
  const [trying, setTrying] = useState(false);
  const [told, setTold] = useState(0);
  const until = Math.max(told, nextTryAt ?? 0);
  const now = useNow(250, until > Date.now());
  const left = Math.ceil((until - Math.max(now, Date.now())) / 1000);

  return {
    fault: fault === undefined ? undefined : t(fault),
    wait: left > 0 ? t('vault_wait', [formatSpan(left)]) : undefined,
    trying,
    clear: () => setFault(undefined),
    send: async (command, input) => {
      setTrying(true);
      setFault(undefined);
      try {
        const answer = await send(command, input);
        if (answer.ok) return true;
        setFault(FAULTS[answer.why]);
        setTold(answer.nextTryAt ?? 0);
      } catch {
        setFault('fault_no_answer');
      } finally {
        setTrying(false);
      }
      return false;
    },
  };
}
