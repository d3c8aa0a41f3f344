import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { OUTCOMES } from '../../utils/job/outcome.ts';
import { classify } from '../../utils/vod/error-codes.ts';
import { DOCUMENTED_CODES } from '../../utils/vod/testing.ts';
import { URI_FAULT_TEXTS } from '../keys/key-words.ts';
import {
  ASK_TEXTS,
  JOB_STATE_TEXTS,
  OUTCOME_TEXTS,
  PAUSED_TEXTS,
  REASON_TEXTS,
  START_FAULT_TEXTS,
  TEST_TEXTS,
} from './reason-texts.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const english: Messages = en;
const chinese: Messages = zh;
const keys = Object.keys(english);
const forms = (text: string) => text.split(' | ');
const places = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();

describe('the two languages', () => {
  it('have the same messages in the same order', () => {
    expect(Object.keys(chinese)).toEqual(keys);
  });

  it('have the same plural forms and placeholders in every message', () => {
    const differing = keys.filter((key) => {
      const [one, other] = [english[key]?.message ?? '', chinese[key]?.message ?? ''];
      const alike = forms(one).length === forms(other).length;
      return one === '' || other === '' || !alike || `${places(one)}` !== `${places(other)}`;
    });
    expect(differing).toEqual([]);
  });

  it('have only keys that the browser accepts', () => {
    expect(keys.filter((key) => !/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it('use no exclamation marks', () => {
    for (const { message } of [...Object.values(english), ...Object.values(chinese)]) {
      expect(message).not.toMatch(/[!！]/);
    }
  });
});

describe('the table of reasons', () => {
  const rows = Object.entries(REASON_TEXTS);

  it('says what happened and what to do for every kind', () => {
    for (const [, { happened, next }] of rows) {
      expect(english).toHaveProperty(happened);
      expect(english).toHaveProperty(next);
      expect(next).toBe(`${happened}_next`);
    }
  });

  it.each(DOCUMENTED_CODES)('has complete sentences for %s in both languages', (code) => {
    const { happened, next } = REASON_TEXTS[classify(code).kind];
    for (const key of [happened, next]) {
      expect(english[key]?.message).toMatch(/^[A-Z].{10,}\.$/);
      expect(chinese[key]?.message).toMatch(/^.{5,}。$/);
    }
  });

  it('uses no text twice', () => {
    const texts = rows.map(([, { happened }]) => english[happened]?.message);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('names the permission that is missing', () => {
    expect(english[REASON_TEXTS.forbidden.next]?.message).toContain('vod:DeleteImage');
    expect(chinese[REASON_TEXTS.forbidden.next]?.message).toContain('vod:DeleteImage');
  });

  it('has a word for every outcome, state and refusal to start', () => {
    expect(Object.keys(OUTCOME_TEXTS)).toEqual([...OUTCOMES]);
    const used = [OUTCOME_TEXTS, JOB_STATE_TEXTS, PAUSED_TEXTS, START_FAULT_TEXTS].flatMap(
      Object.values,
    );
    for (const key of used) expect(english).toHaveProperty(key);
  });
});

// These reasons occur only in a deletion.
const ofDeletion = new Set([
  'gone-after-lost-answer',
  'gone-after-earlier-try',
  'not-confirmed',
  'snapshot-refused',
  'stopped-by-person',
]);

describe('the table of errors when VOD is asked', () => {
  const rows = Object.entries(ASK_TEXTS).filter(([kind]) => !ofDeletion.has(kind));

  it('does not mention a deletion or a button that is not shown', () => {
    for (const [, { happened, next }] of rows) {
      const words = `${english[happened]?.message} ${english[next]?.message}`;
      expect(words).not.toMatch(/Retry failed|DeleteImage|may not delete|forbids deletion/);
      expect(words).not.toContain('undefined');
    }
  });

  it('names the permissions that are missing', () => {
    for (const messages of [english, chinese]) {
      expect(messages[ASK_TEXTS.forbidden.happened]?.message).toContain('vod:GetImageInfos');
      expect(messages[ASK_TEXTS.forbidden.happened]?.message).toContain('vod:ListSnapshots');
    }
  });
});

describe('the table of errors in a test of an account', () => {
  const rows = Object.entries(TEST_TEXTS).filter(([kind]) => !ofDeletion.has(kind));

  it('does not mention a deletion, ids or a button that is not shown', () => {
    for (const [, { happened, next }] of rows) {
      const words = `${english[happened]?.message} ${english[next]?.message}`;
      expect(words).not.toMatch(/Retry failed|DeleteImage|may not delete|open (it|this) again/);
      expect(words).not.toContain('undefined');
    }
  });
});

describe('the table of errors of a credentials URI', () => {
  it('says what happened and what to do', () => {
    for (const { happened, next } of Object.values(URI_FAULT_TEXTS)) {
      expect(english).toHaveProperty(happened);
      expect(next).toBe(`${happened}_next`);
      expect(english).toHaveProperty(next);
    }
  });
});

describe('the names that checks use', () => {
  it('are as agreed', () => {
    const names = [
      ['view_page', 'On this page'],
      ['view_collected', 'Collected'],
      ['view_history', 'History'],
      ['review_list', 'Images'],
      ['review_select_all_shown', 'Select all shown'],
      ['review_select_none', 'Select none'],
      ['review_collect', 'Collect'],
      ['review_delete', 'Delete…'],
      ['review_copy', 'Copy'],
      ['review_export', 'Export'],
      ['job_stop', 'Stop'],
      ['job_retry', 'Retry failed'],
      ['delete_title', 'Delete images'],
      ['delete_confirm', 'Delete 1 image | Delete $1 images'],
      ['job_progress_label', 'Deletion'],
      ['vault_lock', 'Lock'],
      ['vault_unlock', 'Unlock'],
    ] as const;
    for (const [key, text] of names) expect(english[key]?.message).toBe(text);
  });
});
