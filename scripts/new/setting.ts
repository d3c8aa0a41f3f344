import { all, atEndOf, before, messages, type Scaffold } from './change.ts';
import { CAMEL, checkName, underscored, wordsOf } from './names.ts';

/** A setting that is on or off: its declaration, its switch on the options page, its texts. */
export const setting: Scaffold = {
  usage: 'NAME, such as quietMode',
  next: [
    'Write the two texts in both languages.',
    'Read it where it is obeyed: await NAME.value(), or useSetting(NAME) in a component.',
    'Move the switch to the part of the options page where people look for it.',
    'To let an administrator lock it: a name in utils/settings/locks.ts; types and tests say the rest.',
    'Write the line in CHANGELOG.md for the people who use the extension.',
  ],
  changes([given]) {
    const name = checkName('setting', given, CAMEL);
    const words = wordsOf(name).join(' ');
    const key = `setting_${underscored(name)}`;
    return [
      {
        file: 'utils/settings/settings.ts',
        edit: all(before('/** All settings. */', declaration(name, words)), listed(name)),
      },
      {
        file: 'components/settings/Options.tsx',
        edit: all(before('setting={autoPurge}', switchLine(name, key)), (text) =>
          text.replace('import { autoPurge,', `import { autoPurge, ${name},`),
        ),
      },
      ...messages({
        [key]: { en: titled(words), zh: `设置“${words}”` },
        [`${key}_hint`]: {
          en: `What the setting “${words}” changes.`,
          zh: `设置“${words}”的作用。`,
        },
      }),
      {
        file: 'CHANGELOG.md',
        edit: atEndOf('### Added', '\n### Changed', `- Setting “${titled(words)}”.\n`),
      },
    ];
  },
};

function titled(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function declaration(name: string, words: string): string {
  return `/** Whether ${words} is on. */
export const ${name} = new Setting<boolean>({
  key: '${name}',
  schema: v.boolean(),
  fallback: false,
});

`;
}

function listed(name: string): (text: string) => string {
  return (text) =>
    text.replace(/(export const SETTINGS = \{[^}]*?),?\s*\} as const/, `$1, ${name} } as const`);
}

function switchLine(name: string, key: string): string {
  return `<SwitchSetting setting={${name}} name="${key}" hint="${key}_hint" />\n`;
}
