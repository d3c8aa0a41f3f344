import { useRef, useState } from 'preact/hooks';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import type { MessageKey } from '../../utils/browser/i18n.ts';
import { CommandError, send } from '../../utils/browser/messages.ts';
import { startJob } from '../../utils/job/commands.ts';
import { mustTypeNumber, type Plan } from '../../utils/plan/plan.ts';
import { START_FAULT_TEXTS } from '../shared/reason-texts.ts';

export interface ConfirmationOptions {
  readonly plan: Plan | undefined;
  readonly managed: ManagedSettings;
  /** Whether anything prevents the confirmation now. */
  readonly shut: boolean;
  readonly onStarted: (jobId: string) => void;
}

/** The state of the confirmation. */
export interface Confirmation {
  /** Whether the number of targets must be typed. */
  readonly mustType: boolean;
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** Why the plan was not started. */
  readonly fault: MessageKey | undefined;
  readonly ready: boolean;
  readonly start: () => Promise<void>;
}

/** Checks the number that the person must type. Starts the plan, with one request at a time. */
export function useConfirmation(options: ConfirmationOptions): Confirmation {
  const { plan, managed, shut, onStarted } = options;
  const [typed, type] = useState('');
  const [fault, setFault] = useState<MessageKey>();
  const [starting, setStarting] = useState(false);
  const started = useRef(false);

  const mustType = plan !== undefined && (managed.alwaysTypeNumber || mustTypeNumber(plan));
  const number = /^\d+$/.test(plain(typed)) ? Number(plain(typed)) : undefined;
  const open = plan !== undefined && !shut && !starting;
  const ready = open && (!mustType || number === plan.targets.length);

  const start = async () => {
    if (!ready || started.current) return;
    started.current = true;
    setStarting(true);
    setFault(undefined);
    try {
      const refused = await send(startJob, { plan, ...(mustType ? { typed: number } : {}) });
      if (refused === undefined || refused === null) return onStarted(plan.id);
      setFault(START_FAULT_TEXTS[refused]);
    } catch (error) {
      const sent = !(error instanceof CommandError) || error.code === 'failed';
      setFault(sent ? 'start_fault_no_answer' : 'start_fault_not_taken');
    }
    started.current = false;
    setStarting(false);
  };
  return { mustType, typed, type, fault, ready, start };
}

/** @returns The typed text without characters that group digits. */
function plain(typed: string): string {
  return typed.trim().replace(/[,.\s’']/g, '');
}
