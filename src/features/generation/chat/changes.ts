/** What one thing of the lexicon changes in the wishes, given how it was said and what stands beside it. Pure. */
import { colourName, type PreferenceField, type Preferences, VALUES } from '../preferences/preference-rules';
import type { Meaning, Scale, Topic } from './lexicon';
import { shade } from './shade';
import type { Spot } from './spot';

/** How a thing was said. */
export type Manner = {
  /** "No", "without", "not". */
  denied: boolean;
  /** "Forget the …": the wish is taken back. */
  undo: boolean;
  /** "Less", "too": the other direction. */
  flipped: boolean;
  /** "Keep the …". */
  keep: boolean;
  more: boolean;
  /** "A bit", "much". */
  step: 1 | 2;
};

export type Change = {
  /** Null takes back. */
  wishes: { field: PreferenceField; value: string | null }[];
  question?: Topic;
  /** What was named but cannot be wished for. */
  unknown?: string;
};

const NOTHING: Change = { wishes: [] };

/** The wishes so far, and as they were before the message. */
type Standing = { now: Preferences; start: Preferences };

export function changeOf(spot: Spot, all: readonly Spot[], manner: Manner, standing: Standing): Change {
  const { meaning } = spot;
  const { now } = standing;
  switch (meaning.kind) {
    case 'colour':
      return colourChange(spot, meaning, all, manner, standing);
    case 'value':
      return isUnder(spot, standing) ? NOTHING : valueChange(meaning.wish, all, manner, now);
    case 'item':
      return set(meaning.field, manner.undo ? null : itemValue(meaning.field, manner));
    case 'scale':
      return scaleChange(spot, meaning, all, manner, now);
    case 'topic':
      return topicChange(meaning.topic, spot, all, manner, now);
    case 'face':
      return NOTHING;
  }
}

type Of<Kind extends Meaning['kind']> = Extract<Meaning, { kind: Kind }>;

function set(field: PreferenceField, value: string | null): Change {
  return { wishes: [{ field, value }] };
}

/** What nobody wants is taken back when it was wished for; else it is asked what is wanted instead. */
function drop(field: PreferenceField, value: string, now: Preferences, question: Topic): Change {
  return now[field] === value ? set(field, null) : { wishes: [], question };
}

function itemValue(field: Of<'item'>['field'], { denied }: Manner): string {
  if (denied) return 'without';
  return field === 'tie' ? 'with' : 'keep';
}

const WARM = ['yellow', 'orange', 'red', 'gold', 'tan', 'brown'];
const COLD = ['blue', 'light blue', 'teal', 'green', 'purple', 'turquoise'];

/** The noun after a colour, or the last one before it; alone it is the backdrop's. */
function colourChange(
  spot: Spot,
  { hex, name }: Of<'colour'>,
  all: readonly Spot[],
  manner: Manner,
  standing: Standing,
): Change {
  const { now } = standing;
  const at = all.indexOf(spot);
  // "Too yellow", "less blue" speak of the light.
  if (manner.flipped) {
    if (WARM.includes(name)) return set('warmth', 'cooler');
    return COLD.includes(name) ? set('warmth', 'warmer') : { wishes: [], unknown: `less ${name}` };
  }
  const noun = all.slice(at + 1).find(isNoun) ?? all.slice(0, at).reverse().find(isNoun);
  const meaning = noun?.meaning;
  if (noun && (meaning?.kind === 'item' || isUnder(noun, standing)))
    return { wishes: [], unknown: `${name} ${noun.phrase}` };
  if (meaning && (meaning.kind === 'value' || meaning.kind === 'topic') && isWorn(meaning)) {
    const colour = VALUES.attireColour.find((one) => one === name.replace(' ', '-'));
    if (!colour) return { wishes: [], unknown: `${name} clothes` };
    return set('attireColour', manner.denied || manner.undo ? null : colour);
  }
  if (manner.denied || manner.undo) {
    if (!now.backdrop) return { wishes: [], question: 'backdrop' };
    // "Green instead of blue": only the colour that is named goes.
    const same = now.backdrop === hex || colourName(now.backdrop).name === name;
    return same ? set('backdrop', null) : NOTHING;
  }
  const before = all[at - 1];
  const shaded = before && isShade(before) ? shade(hex, before.phrase === 'dark' ? -0.3 : 0.35) : hex;
  return set('backdrop', shaded);
}

/** "A navy suit, a white shirt": the jacket of the same message is what is wished for. */
function isUnder({ meaning }: Spot, { now, start }: Standing): boolean {
  const jacket = now.attire === 'suit' || now.attire === 'blazer';
  if (!jacket || now.attire === start.attire || meaning.kind !== 'value') return false;
  return ['shirt', 'blouse', 'polo', 'knit', 't-shirt'].includes(meaning.wish.value);
}

/** "Dark" and "light" right before a colour or the backdrop say which shade. */
function isShade({ phrase }: Spot): boolean {
  return phrase === 'dark' || phrase === 'light';
}

function isNoun({ meaning }: Spot): boolean {
  if (meaning.kind === 'item') return true;
  if (meaning.kind === 'topic') return meaning.topic === 'backdrop' || meaning.topic === 'attire';
  return meaning.kind === 'value' && meaning.wish.field === 'attire';
}

function isWorn(meaning: Of<'value'> | Of<'topic'>): boolean {
  return meaning.kind === 'value' ? meaning.wish.field === 'attire' : meaning.topic === 'attire';
}

function isBackdrop({ meaning }: Spot): boolean {
  return meaning.kind === 'topic' && meaning.topic === 'backdrop';
}

const QUESTIONS = { background: 'backdrop', expression: 'expression', attire: 'attire' } as const;

function valueChange(
  { field, value }: Of<'value'>['wish'],
  all: readonly Spot[],
  { denied, undo, flipped }: Manner,
  now: Preferences,
): Change {
  if (undo) return set(field, null);
  if (field === 'background') {
    // "Even warmer", "simple please": only beside a backdrop or a colour is it one.
    const told = all.some((one) => isBackdrop(one) || one.meaning.kind === 'colour');
    if (value === 'plain') return told ? set(field, denied || flipped ? 'gradient' : 'plain') : NOTHING;
    if (value === 'gradient') return set(field, denied ? 'plain' : 'gradient');
  }
  if (field === 'expression' && (denied || flipped)) {
    if (value === 'smile') return set(field, 'serious');
    if (value === 'serious') return set(field, 'warm');
  }
  if (!denied && !flipped)
    return value === 'suit' && !now.tie ? { ...set(field, value), question: 'tie' } : set(field, value);
  const question = QUESTIONS[field as keyof typeof QUESTIONS];
  return question ? drop(field, value, now, question) : NOTHING;
}

const SCALES: Record<Scale, { down: readonly [string, string]; up: readonly [string, string] }> = {
  brightness: { down: ['darker', 'much-darker'], up: ['brighter', 'much-brighter'] },
  contrast: { down: ['softer', 'much-softer'], up: ['stronger', 'much-stronger'] },
  warmth: { down: ['cooler', 'much-cooler'], up: ['warmer', 'much-warmer'] },
  framing: { down: ['wider', 'wider'], up: ['closer', 'closer'] },
};

function scaleChange(
  spot: Spot,
  { field, up, noun = false }: Of<'scale'>,
  all: readonly Spot[],
  { denied, undo, flipped, step }: Manner,
  now: Preferences,
): Change {
  if (undo) return set(field, null);
  const at = all.indexOf(spot);
  const next = all[at + 1]?.meaning;
  const last = all[at - 1]?.meaning;
  // "Soft shadows": the adjective has said it.
  if (noun && last?.kind === 'scale' && last.field === field) return NOTHING;
  if (next && !noun) {
    const described = describedChange(spot, next);
    if (described) return described;
  }
  const rises = up !== (denied || flipped);
  if (field === 'brightness' && all.some(isBackdrop)) {
    const colour = all.some(({ meaning }) => meaning.kind === 'colour');
    return colour ? NOTHING : set('backdrop', otherShade(now.backdrop, rises, step));
  }
  const [one, two] = rises ? SCALES[field].up : SCALES[field].down;
  // Said again, it is meant more strongly.
  return set(field, step === 2 || now[field] === one || now[field] === two ? two : one);
}

/** An adjective right before a thing is about the thing: "a warm smile", "soft blue", "a dark suit". Null: it is about the light. */
function describedChange(spot: Spot, next: Meaning): Change | null {
  if (next.kind === 'colour') return NOTHING;
  const worn = (next.kind === 'value' && isWorn(next)) || next.kind === 'item';
  if (worn) return spot.phrase === 'dark' ? set('attireColour', 'charcoal') : NOTHING;
  const expression =
    (next.kind === 'value' && next.wish.field === 'expression') ||
    (next.kind === 'topic' && next.topic === 'expression');
  if (!expression) return null;
  return spot.phrase === 'warm' ? set('expression', 'warm') : NOTHING;
}

const LIGHT_GREY = '#cfd3d7';
const CHARCOAL = '#34383d';

function otherShade(backdrop: string | undefined, rises: boolean, step: 1 | 2): string {
  if (!backdrop) return rises ? LIGHT_GREY : CHARCOAL;
  return shade(backdrop, (rises ? 0.2 : -0.2) * step);
}

/** What is said of a topic as a whole. */
export const FIELDS_OF: Record<Topic, readonly PreferenceField[]> = {
  backdrop: ['backdrop', 'background'],
  light: ['brightness', 'contrast', 'warmth'],
  attire: ['attire', 'attireColour', 'tie'],
  tie: ['tie'],
  framing: ['framing'],
  expression: ['expression'],
};

function topicChange(
  topic: Topic,
  spot: Spot,
  all: readonly Spot[],
  { denied, undo, flipped, keep, more, step }: Manner,
  now: Preferences,
): Change {
  if (all.length > 1 && topic === 'light' && all[all.indexOf(spot) + 1] && spot.phrase === 'light') {
    const next = all[all.indexOf(spot) + 1] as Spot;
    if (isBackdrop(next)) return set('backdrop', otherShade(now.backdrop, !denied, step));
  }
  const others = all.filter((one) => one !== spot && one.meaning.kind !== 'topic');
  if (others.length > 0) return NOTHING;
  if (undo || keep) return { wishes: FIELDS_OF[topic].map((field) => ({ field, value: null })) };
  if (topic === 'light' && (flipped || denied)) return set('brightness', 'darker');
  if (topic === 'light' && more) return set('brightness', 'brighter');
  // "A professional look": the word of every second sentence asks for nothing by itself.
  if (all.length > 1 && topic === 'expression') return NOTHING;
  return { wishes: [], question: topic };
}
