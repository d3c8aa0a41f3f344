import { useState } from 'preact/hooks';
import { formatSpan, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { type Command, send } from '../../utils/browser/messages.ts';
import type { PassphraseAnswer } from '../../utils/keys/vault/vault.ts';
import { useNow } from '../shared/hooks.ts';

/** The state of trying passphrases. */
export interface PassphraseTry {
  /** Why the last try failed, in words; cleared by the next try. */
  readonly fault: string | undefined;
  /** How long to wait, in words; `undefined` when the person may try now. */
  readonly wait: string | undefined;
  readonly trying: boolean;
  /** Sends a command that takes a passphrase. @returns Whether the passphrase was right. */
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

/** @param nextTryAt When the vault accepts the next try, in milliseconds since 1970. */
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
