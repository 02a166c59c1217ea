/** Guards between what somebody wishes for, or a model answers, and what is charged and drawn. */
import { guardsOf } from '../guard';

const generation = (name: string) => `src/features/generation/${name}.ts`;
const CHAT = generation('chat/openai.contract.test');

export const WISH_GUARDS = [
  ...guardsOf(generation('start-generation'), generation('start-generation.test'), [
    [
      'wishes: nothing is held for one that cannot be met',
      'if (why) throw refused(`preferences.${field}`, why);',
      '',
      'a wish that the engine cannot meet',
    ],
    [
      'wishes: a key stands for them, too',
      'const request = wishesOf(preferences).length > 0 ? { ...rest, preferences } : rest;',
      'const request: typeof rest & { preferences?: Preferences } = rest;',
      'wishes are kept with the generation',
    ],
  ]),
  ...guardsOf(generation('chat/answer-message'), CHAT, [
    [
      'chat: rules refuse before a vendor sees it',
      'const category = refusalOf(asked.message, texts.language);',
      'const category = asked.message ? null : refusalOf(asked.message, texts.language);',
      'local rules refuse before anybody does',
    ],
  ]),
  ...guardsOf('src/adapters/openai/stream-answer.ts', CHAT, [
    [
      'chat: a model’s answer fits the lists or is none',
      'if (!parsed.success)',
      'if (!parsed.success && !json)',
      'a value that is none',
    ],
  ]),
];
