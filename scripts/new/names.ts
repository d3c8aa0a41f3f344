import { Refusal } from './change.ts';

/** How the names of a kind are written. */
export interface NameForm {
  readonly pattern: RegExp;
  /** Such as "small letters with hyphens". */
  readonly words: string;
  readonly example: string;
}

/** `share-button` */
export const HYPHENS: NameForm = {
  pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  words: 'small letters and digits, with hyphens between words',
  example: 'share-button',
};

/** `quietMode` */
export const CAMEL: NameForm = {
  pattern: /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/,
  words: 'one word in camel case',
  example: 'quietMode',
};

/** `GetVideoInfos` */
export const PASCAL: NameForm = {
  pattern: /^(?:[A-Z][a-z0-9]+){2,}$/,
  words: 'the name that the API has for it',
  example: 'GetVideoInfos',
};

const RESERVED = new Set(
  'break case catch class const continue default delete do else enum export extends false finally for function if import in index instanceof interface let new null operation package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

/**
 * @returns The name, if it has the form.
 * @throws Refusal when it is missing, has another form, is too long or is a word of the language.
 */
export function checkName(kind: string, name: string | undefined, form: NameForm): string {
  const say = (what: string) =>
    new Refusal(
      `${what} The name of a new ${kind} is ${form.words}, at most 40 characters. For example: npm run new -- ${kind} ${form.example}`,
    );
  if (name === undefined) throw say('The name is missing.');
  if (!form.pattern.test(name) || name.length > 40) throw say(`"${name}" is not a name.`);
  if (RESERVED.has(name)) throw say(`"${name}" is a word of the language or of this project.`);
  return name;
}

/** @returns The words of a name in any form, in small letters. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-');
}

export const hyphened = (name: string): string => wordsOf(name).join('-');

export const underscored = (name: string): string => wordsOf(name).join('_');

export const constant = (name: string): string => underscored(name).toUpperCase();

export function camel(name: string): string {
  return wordsOf(name)
    .map((word, at) => (at === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('');
}
