import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import { allTexts, clientMessages, textsIn } from './catalogue';
import { currentTexts, inLanguage, say } from './current-texts';
import { LANGUAGES } from './languages';
import type { MessageKey } from './message-key';
import { requestLanguage } from './request-language';

const english = allTexts('en');

/** Kinds of nodes of a compiled message (icu-minify, types.ts). */
const [SELECT, PLURAL, ORDINAL, NUMBER, DATE, TIME] = [1, 2, 3, 4, 5, 6];

describe.each(LANGUAGES.filter((language) => language !== 'en'))('texts in %s', (language) => {
  const texts = allTexts(language);

  it('say all that English says, and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('name the same values and tags', () => {
    const different = [...english].filter(([key, text]) => names(text) !== names(texts.get(key) ?? ''));
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

it('compiles every text of every language', () => {
  for (const language of LANGUAGES)
    for (const [key, text] of allTexts(language)) {
      const draw = () => textsIn(language).rich(key as MessageKey, examplesFor(text));
      expect(draw, key).not.toThrow();
    }
});

it('uses every text', () => {
  const source = sourceFiles('src').concat(sourceFiles('emails')).join('\n');
  // Keys made of parts (`errors.notFound.${thing}`) count as far as their fixed beginning goes. An area alone is too little: actions of
  // the audit log and types are written like that, too.
  const beginnings = [...source.matchAll(/`([a-z]\w*\.[\w.]+\.)\$\{/gi)].map((found) => found[1] ?? '');
  const unused = [...english.keys()].filter(
    (key) => !source.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
  expect(unused).toEqual([]);
});

it('gives components of the browser the texts of their areas alone', () => {
  const sent = Object.keys(clientMessages('de', ['common']));
  expect(sent).toContain('common.client.credits');
  expect(sent.every((key) => key.startsWith('common.client.'))).toBe(true);
  // React refuses to hand anything else to the browser.
  expect(prototypesOf(clientMessages('de', ['common']))).toEqual(
    new Set([Object.prototype, Array.prototype]),
  );
});

it('writes numbers, amounts and lists as the language does', () => {
  const [en, de] = [textsIn('en'), textsIn('de')];
  expect([en.credits(1), en.credits(1500), de.credits(1500)]).toEqual([
    '1 credit',
    '1,500 credits',
    '1.500 Credits',
  ]);
  expect([en.cents(19_900), en.cents(19_950), de.cents(19_950)]).toEqual([
    '$199',
    '$199.50',
    '199,50\u00a0$',
  ]);
  expect([en.columnCents(-5_000), de.columnCents(5_000)]).toEqual(['−$50.00', '50,00\u00a0$']);
  expect([en.allOf(['Ada', 'Ben', 'Cleo']), de.eitherOf(['Ada', 'Ben'])]).toEqual([
    'Ada, Ben and Cleo',
    'Ada oder Ben',
  ]);
});

it('speaks the language of whoever asked, through everything that is awaited', async () => {
  expect(say('errors.notFound.team')).toBe('Team not found.');
  await inLanguage('de', async () => {
    await new Promise(setImmediate);
    expect(say('errors.notFound.team')).toBe('Team nicht gefunden.');
    expect(currentTexts().language).toBe('de');
  });
});

it.each([
  ['the address', { 'x-headcraft-language': 'de', cookie: 'headcraft-language=en' }, 'de'],
  ['the choice', { cookie: 'a=b; headcraft-language=de', 'accept-language': 'en' }, 'de'],
  ['the browser, with a region', { 'accept-language': 'fr-CH, de-AT;q=0.8, en;q=0.5' }, 'de'],
  ['English for what we do not speak', { 'accept-language': 'fr' }, 'en'],
  ['English for a cookie that is no language', { cookie: 'headcraft-language=xx' }, 'en'],
  ['English for nonsense', { 'accept-language': ';;;q=,' }, 'en'],
])('takes the language from %s', (_from, headers, language) => {
  expect(requestLanguage(new Headers(headers))).toBe(language);
});

const names = (text: string) => Object.keys(placesOf(text)).sort().join();

/** What a text needs to be told, by name: each value's kind of use, and its tags. */
function placesOf(text: string): Record<string, 'value' | 'number' | 'moment' | 'tag'> {
  const places: ReturnType<typeof placesOf> = {};
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, type, ...rest] = node;
    if (typeof name !== 'string') return;
    if (type === undefined || type === SELECT) places[name] ??= 'value';
    else if (type === PLURAL || type === ORDINAL || type === NUMBER) places[name] = 'number';
    else if (type === DATE || type === TIME) places[name] = 'moment';
    else places[name] = 'tag';
    if (places[name] === 'tag') visitAll([type, ...rest]);
    else if (typeof rest[0] === 'object' && rest[0] !== null) Object.values(rest[0]).forEach(visitBranch);
  };
  // A branch is a text or a list of nodes.
  const visitBranch = (branch: unknown): void => {
    if (Array.isArray(branch)) visitAll(branch);
  };
  const visitAll = (nodes: unknown[]): void => nodes.forEach(visit);
  const message = compile(text);
  if (typeof message !== 'string') visitAll(message);
  return places;
}

const EXAMPLES = { value: 'x', number: 2, moment: new Date(0), tag: String };

function examplesFor(text: string) {
  return Object.fromEntries(Object.entries(placesOf(text)).map(([name, kind]) => [name, EXAMPLES[kind]]));
}

function prototypesOf(value: unknown): Set<unknown> {
  if (typeof value !== 'object' || value === null) return new Set();
  const inside = Object.values(value).flatMap((part) => [...prototypesOf(part)]);
  return new Set([Object.getPrototypeOf(value), ...inside]);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const entry = path.join(folder, name);
    if (statSync(entry).isDirectory()) return sourceFiles(entry);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [readFileSync(entry, 'utf8')] : [];
  });
}
