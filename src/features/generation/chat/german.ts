/**
 * German wishes in the English of `lexicon.ts`, word by word, so that "no", "less" and "a bit" are read in one place. A word more is a
 * word more in a row. Umlauts are folded: "wärmer" and "waermer" are one. Pure.
 */
import { isTypo } from './words';

export type Heard = {
  /** What the parser reads. */
  english: string;
  /** Words of it as the person wrote them, to be quoted. */
  original: (english: string) => string;
};

const WORDS = new Map<string, string>();
/** Also with an ending: "blauer", "blaues". */
const STEMS = new Map<string, string>();

function add(into: Map<string, string>, rows: Record<string, string>): void {
  for (const [english, german] of Object.entries(rows))
    for (const word of german.split(' ')) into.set(word, english);
}

add(STEMS, {
  white: 'weiss',
  grey: 'grau',
  'light grey': 'hellgrau',
  charcoal: 'anthrazit anthrazitfarben dunkelgrau',
  black: 'schwarz',
  blue: 'blau',
  'light blue': 'hellblau himmelblau',
  navy: 'marineblau dunkelblau nachtblau',
  teal: 'petrol petrolfarben',
  turquoise: 'tuerkis',
  green: 'gruen',
  'light green': 'hellgruen',
  'dark green': 'dunkelgruen',
  sage: 'salbeigruen',
  mint: 'mintgruen',
  olive: 'olivgruen',
  beige: 'beige sandfarben',
  cream: 'cremefarben',
  brown: 'braun',
  tan: 'hellbraun',
  red: 'rot',
  burgundy: 'weinrot dunkelrot',
  pink: 'rosa pink',
  purple: 'lila violett',
  orange: 'orange',
  yellow: 'gelb',
  gold: 'golden',
  plain: 'schlicht einfarbig einfach glatt',
  happy: 'froehlich gluecklich',
  smiling: 'laechelnd',
  friendly: 'freundlich sympathisch',
  relaxed: 'entspannt locker gelassen',
  confident: 'selbstbewusst selbstsicher',
  serious: 'ernst serioes',
  bright: 'hell',
  brighter: 'heller',
  dark: 'dunkl duester',
  darker: 'dunkler',
  warm: 'warm',
  warmer: 'waermer',
  cool: 'kuehl kalt',
  cooler: 'kuehler kaelter',
  soft: 'weich sanft',
  softer: 'weicher sanfter',
  dramatic: 'dramatisch hart haerter kontrastreich kontrastreicher',
  close: 'nah',
  closer: 'naeher enger',
  wider: 'weit weiter',
  younger: 'jung juenger',
  older: 'alt aelter',
  slimmer: 'schlank schlanker duenn duenner',
  prettier: 'huebsch huebscher attraktiv attraktiver',
  masculine: 'maennlich maennlicher',
  feminine: 'weiblich weiblicher',
  no: 'kein',
  professional: 'professionell modern gut schoen ander neu',
});

add(WORDS, {
  navy: 'marine',
  sage: 'salbei',
  olive: 'oliv',
  cream: 'creme',
  burgundy: 'bordeaux',
  lavender: 'lavendel flieder',
  silver: 'silber',
  coral: 'koralle',
  dark: 'dunkel',
  backdrop: 'hintergrund hintergrunds hintergruende hintergrundfarbe wand',
  lighting: 'licht lichts beleuchtung',
  clothes: 'kleidung kleider klamotten outfit',
  framing: 'ausschnitt bildausschnitt',
  expression: 'ausdruck gesichtsausdruck blick miene',
  gradient: 'verlauf farbverlauf',
  office: 'buero',
  outdoors: 'draussen freien natur',
  park: 'park',
  garden: 'garten',
  forest: 'wald baeume',
  smile: 'laecheln laechle lachen',
  suit: 'anzug anzuege hosenanzug',
  blazer: 'blazer sakko jackett jacke',
  shirt: 'hemd hemden',
  blouse: 'bluse blusen',
  polo: 'poloshirt',
  sweater: 'pullover pulli strick strickjacke rollkragen rollkragenpullover',
  dress: 'kleid',
  scrubs: 'kasack',
  'lab coat': 'kittel arztkittel laborkittel',
  robe: 'robe talar',
  tie: 'krawatte krawatten schlips',
  glasses: 'brille brillen sonnenbrille',
  hat: 'hut muetze kappe kopfbedeckung',
  jewellery: 'schmuck ohrringe ohrring kette halskette',
  contrast: 'kontrast',
  shadows: 'schatten',
  warmth: 'waerme',
  brightness: 'helligkeit',
  face: 'gesicht',
  skin: 'haut',
  hair: 'haar haare frisur',
  eyes: 'augen',
  nose: 'nase',
  mouth: 'mund',
  lips: 'lippen',
  teeth: 'zaehne',
  chin: 'kinn',
  beard: 'bart',
  bald: 'glatze',
  wrinkles: 'falten',
  makeup: 'schminke',
  body: 'koerper bauch',
  muscles: 'muskeln',
  without: 'ohne',
  not: 'nicht statt anstatt',
  never: 'nie niemals',
  less: 'weniger',
  more: 'mehr',
  much: 'viel deutlich sehr stark wesentlich',
  bit: 'etwas bisschen leicht wenig minimal tick',
  keep: 'behalte lass',
  with: 'mit',
  undo: 'rueckgaengig zuruecknehmen',
  forget: 'vergiss',
  and: 'und sowie',
  or: 'oder',
  but: 'aber sondern',
  the: `der die das den dem des ein eine einen einem einer eines ich mir mich mein meine meinen meinem meiner du bitte danke gern gerne haette haetten
    moechte moechten will wuerde waere soll sollte sollen hat habe haben ist sind sein es er sie man im in am an auf aus bei vor hinter fuer von vom zu zum
    zur so wie auch noch nur mal doch schon ganz eher etwa ja hallo dass als dann farbe farben foto fotos bild bilder portraet aussehen aussieht tragen trage
    anziehen mach mache machen aendere aendern setze nimm zeig zeige gib wieder jetzt lieber bald sieht werden sehen kann koennte wirken wirkt`
    .split(/\s+/)
    .join(' '),
});

const ITEM = '(krawatte|schlips|brille|hut|muetze|kappe|schmuck|ohrringe|kette)';

/** Several words, or their order, that mean something together. */
const TURNS: readonly [RegExp, string][] = [
  [
    /^\W*(hilfe|was kann(st)? (du|ich)( (alles )?(sagen|tun|machen|fragen))?|wie (geht|funktioniert) (das|es))\W*$/,
    'help',
  ],
  [
    /^\W*(nein|nee|noe|nichts|das (ist|wars|war)( alles| es)?|fertig|danke|vielen dank|ok|okay|ja|super|toll|perfekt|prima|passt|gut|schoen)([,.!]? (danke|mehr|weiter|alles|so|gut|schoen|dir))*\W*$/,
    'done',
  ],
  [
    /\b(alles (zuruecksetzen|loeschen|vergessen|weg)|vergiss alles|von vorn(e)?|neu anfangen|keine wuensche)\b/g,
    'start over',
  ],
  [new RegExp(`\\b${ITEM} (weg|ab|runter|entfernen|weglassen|ausziehen|abnehmen)\\b`, 'g'), 'ohne $1'],
  [new RegExp(`\\bentferne (?:die |den |das )?${ITEM}\\b`, 'g'), 'ohne $1'],
  [new RegExp(`\\b${ITEM} (behalten|lassen|auflassen|anlassen|bleibt|soll bleiben)\\b`, 'g'), 'lass $1'],
  [/\bzu (hell|dunkel|warm|kalt|kuehl|hart|weich|nah|weit|gelb|blau|rot|orange|gruen)\b/g, 'too $1'],
  [/\bhell(?:e[rsnm]?)? (grau|blau|gruen|braun)/g, 'hell$1'],
  [/\bdunkle[rsnm]? (grau|blau|gruen|rot)/g, 'dunkel$1'],
  [/\bweisse[rsnm]? (kittel|arztkittel)\b/g, 'kittel'],
  [/\bweiter weg\b/g, 'weiter'],
  [/\b(mehr abstand|mehr platz)\b/g, 'weiter'],
];

const FOLDED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter);
}

export function fromGerman(message: string): Heard {
  const written = new Map((message.match(/\p{L}+/gu) ?? []).map((word) => [fold(word), word.toLowerCase()]));
  const said = new Map<string, string>();
  let text = fold(message);
  for (const [turn, meaning] of TURNS) text = text.replace(turn, meaning);
  const english = text.replace(/[a-z]+/g, (word) => {
    const found = meaningOf(word) ?? typoOf(word);
    said.set(found ?? word, written.get(word) ?? word);
    return found ?? word;
  });
  return { english, original: (words) => quoted(words, said) };
}

/** Whether the word is one that wishes are made of. */
export function isGerman(word: string): boolean {
  return meaningOf(word) !== undefined;
}

function meaningOf(word: string): string | undefined {
  return WORDS.get(word) ?? STEMS.get(word) ?? STEMS.get(word.replace(/e[rsnm]?$/, ''));
}

function typoOf(word: string): string | undefined {
  if (word.length < 6) return undefined;
  for (const known of [WORDS, STEMS])
    for (const [right, meaning] of known) if (right.length > 4 && isTypo(word, right)) return meaning;
  return undefined;
}

function quoted(words: string, said: ReadonlyMap<string, string>): string {
  const whole = said.get(words);
  if (whole) return whole;
  return words
    .split(' ')
    .map((word) => said.get(word) ?? word)
    .join(' ');
}
