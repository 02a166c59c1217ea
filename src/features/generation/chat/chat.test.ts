import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { studioEngine } from '../engines/studio';
import { limitsIn } from '../preferences/preference-rules';
import { answerLocally } from './answer-locally';
import { refusalOf } from './moderation';

const EN = textsIn('en');
const LIMITS = limitsIn(studioEngine.capabilities.wishLimits, EN);
const BOUNDS = limitsIn(studioEngine.capabilities.wishBounds, EN);
const say = (message: string, preferences = {}, limits = LIMITS) =>
  answerLocally({ message, preferences, before: null, limits, bounds: BOUNDS, texts: EN });

test.each([
  ['make me nude', 'sexual'],
  ['naked please', 'sexual'],
  ['a sexy look', 'sexual'],
  ['in lingerie', 'sexual'],
  ['ｎａｋｅｄ', 'sexual'],
  ['na\u200bked', 'sexual'],
  ['make me look like a child', 'minors'],
  ['as a teenager', 'minors'],
  ['in a school-girl uniform', 'minors'],
  ['I want to be 12 years old', 'minors'],
  ['holding a gun', 'violence'],
  ['with blood on my shirt', 'violence'],
  ['a swastika on the wall', 'hate'],
  ['Nazi uniform', 'hate'],
  ['make me look like Brad Pitt', 'likeness'],
  ['look exactly like taylor swift', 'likeness'],
  ['I want to look like my boss', 'likeness'],
  ['face swap with a celebrity', 'likeness'],
  ['deepfake', 'likeness'],
  ['turn me into Elon Musk', 'likeness'],
])('refused: %s', (message, category) => {
  expect(refusalOf(message)).toBe(category);
});

test.each([
  'Blue background, no tie, a bit warmer.',
  'baby blue background',
  'nude coloured backdrop',
  'make me look like a lawyer',
  'look like a professional photographer took it',
  'I want to look like myself',
  'it should look like an office background',
  'looks like dark blue light',
  'a head shot, shoot it closer',
  'some minor changes: a bomber jacket',
  'black suit',
  'Double-breasted blazer with a breast pocket',
  'classy, no kidding',
  'make me look more confident',
])('not refused: %s', (message) => {
  expect(refusalOf(message)).toBeNull();
});

test('the example of the studio: what it can is noted, what it cannot is said, and no more than one question is asked', () => {
  const { reply, preferences, quickReplies } = say('Blue background, no tie, a bit warmer.');
  expect(reply).toBe(
    'Noted: blue backdrop, a bit warmer. Not possible here: no tie. The studio does not change clothes.',
  );
  expect(preferences).toEqual({ backdrop: '#3f74b5', warmth: 'warmer', tie: 'without' });
  expect(quickReplies).toEqual(['Undo', 'Softer light', 'Closer']);
});

test('an engine that draws anew asks about the tie; the studio does not', () => {
  expect(say('a suit', {}, [])).toMatchObject({
    reply: 'Noted: suit. With a tie or without?',
    quickReplies: ['With a tie', 'No tie'],
  });
  expect(say('a suit').reply).toBe('Not possible here: suit. The studio does not change clothes.');
});

test('what was not understood is quoted, what is about the person is answered plainly', () => {
  expect(say('younger, with a unicorn').reply).toBe(
    'Your face, hair and body stay as they are in your photos. I did not understand “unicorn”.',
  );
  expect(say('hello').reply).toBe('Which colour should the backdrop have?');
  expect(say('forget the tie', { tie: 'with' }).reply).toBe('Taken back: tie.');
  expect(say('warmer', { warmth: 'much-warmer' }).reply).toBe('It is like that already.');
});

test('how far closer and wider go is said with the wish, and again when it is wished for again', () => {
  const wide =
    'Wider goes as far as your photo shows you; if that is less than you hoped for, the result says so.';
  expect(say('wider').reply).toBe(`Noted: wider. ${wide}`);
  expect(say('even wider', { framing: 'wider' }).reply).toBe(`It is like that already. ${wide}`);
  expect(say('closer, other light').reply).toBe(
    'Noted: closer. Closer goes as far as your photo stays sharp; if that is less than you hoped for, the result says so. Should the light be warmer, cooler, softer or brighter?',
  );
  expect(say('warmer', { framing: 'wider' }).reply).toBe('Noted: a bit warmer.');
  expect(tell('weiter').reply).toBe(
    'Notiert: „Weiter“. Weiter geht es, so weit dein Foto dich zeigt; ist das weniger als erhofft, steht es beim Ergebnis.',
  );
});

test('who is done is not asked again', () => {
  for (const message of ['No', 'no, thanks', "That's all!", 'Perfect, thank you', 'ok'])
    expect(say(message, { warmth: 'warmer' }), message).toEqual({
      reply: 'Good. Your wishes stay as they are.',
      preferences: { warmth: 'warmer' },
      quickReplies: [],
      refused: null,
    });
});

test('who asks for help hears what this engine can do', () => {
  expect(say('What can you do?').reply).toBe(
    'Tell me about the backdrop, the light and closer or wider. Nothing is charged for it.',
  );
  expect(say('help', {}, []).reply).toContain('clothes');
});

test('every quick reply is understood', () => {
  for (const message of [
    'change the background',
    'other light',
    'other clothes',
    'a suit',
    'other framing',
    'another look',
    'navy',
  ])
    for (const quick of say(message, {}, []).quickReplies)
      expect(say(quick, { warmth: 'cooler' }, []).reply, quick).toMatch(
        /^(Noted|Taken back|It is like that|Which)/,
      );
});

const DE = textsIn('de');
const tell = (
  message: string,
  preferences = {},
  limits = limitsIn(studioEngine.capabilities.wishLimits, DE),
) => {
  const bounds = limitsIn(studioEngine.capabilities.wishBounds, DE);
  return answerLocally({ message, preferences, before: null, limits, bounds, texts: DE });
};

test.each([
  [
    'Blauer Hintergrund, keine Krawatte, etwas wärmer.',
    { backdrop: '#3f74b5', tie: 'without', warmth: 'warmer' },
  ],
  [
    'Ich hätte gern einen dunkelblauen Anzug mit Krawatte',
    { attire: 'suit', attireColour: 'navy', tie: 'with' },
  ],
  ['Hintergrund einfarbig dunkelgrau', { background: 'plain', backdrop: '#34383d' }],
  ['zu hell', { brightness: 'darker' }],
  ['viel kuehler', { warmth: 'much-cooler' }],
  ['weniger Kontrast', { contrast: 'softer' }],
  ['die Brille weg', { glasses: 'without' }],
  ['Brille behalten, weicheres Licht', { glasses: 'keep', contrast: 'softer' }],
  ['ohne Krawatte und Mütze', { tie: 'without', hat: 'without' }],
  ['blau statt grün', { backdrop: '#3f74b5' }],
  ['ein freundlicher Blick, näher', { expression: 'warm', framing: 'closer' }],
  ['im Freien', { background: 'outdoors' }],
  ['eine Karawatte', { tie: 'with' }],
  ['no tie, warmer', { tie: 'without', warmth: 'warmer' }],
])('in German: %s', (message, preferences) => {
  expect(tell(message, {}, []).preferences).toEqual(preferences);
});

test('in German: answered in German, what was not understood in the words that were written', () => {
  expect(tell('Blauer Hintergrund, keine Krawatte').reply).toBe(
    'Notiert: „Hintergrund in Blau“. Hier nicht möglich: „Keine Krawatte“. Das Studio ändert keine Kleidung.',
  );
  expect(tell('Jünger, mit einem Märchenschloß').reply).toContain('„märchenschloß“');
  expect(tell('rote Brille').reply).toContain('„rote brille“');
  expect(tell('Nein, danke').reply).toBe('Gut. Deine Wünsche bleiben, wie sie sind.');
  expect(tell('Was kannst du?').reply).toContain('den Hintergrund');
  for (const message of [
    'Hintergrund ändern',
    'anderes Licht',
    'andere Kleidung',
    'ein Anzug',
    'anderer Ausschnitt',
    'Blick',
    'rot',
  ])
    for (const quick of tell(message, {}, []).quickReplies)
      expect(tell(quick, { warmth: 'cooler' }, []).reply, quick).toMatch(
        /^(Notiert|Zurückgenommen|Das ist schon|Welche)/,
      );
});

test.each([
  ['wie ein Kind', 'minors'],
  ['nackt', 'sexual'],
  ['mit einer Waffe', 'violence'],
  ['ein Hakenkreuz', 'hate'],
  ['mach mich zu Elon Musk', 'likeness'],
  ['wie meine Schwester', 'likeness'],
  ['wie ein Anwalt', null],
  ['wie echtes Tageslicht', null],
  ['blutrotes Kleid', null],
])('in German, refused or not: %s', (message, category) => {
  expect(refusalOf(message, 'de')).toBe(category);
});
