/** The English that the local parser knows. Data alone: a word more is an entry more. */
import { type ChoiceField, MORE_COLOURS, SWATCHES, type VALUES } from '../preferences/preference-rules';

type Choice = {
  [Field in ChoiceField]: { field: Field; value: (typeof VALUES)[Field][number] };
}[ChoiceField];

/** What a field is about when no value was named: it is asked for. */
export const TOPICS = ['backdrop', 'light', 'attire', 'tie', 'framing', 'expression'] as const;
export type Topic = (typeof TOPICS)[number];

export type Scale = 'brightness' | 'contrast' | 'warmth' | 'framing';

export type Meaning =
  | { kind: 'colour'; hex: string; name: string }
  /** A value that stands for itself. */
  | { kind: 'value'; wish: Choice }
  /** Something worn, which can be put on, kept or left out. */
  | { kind: 'item'; field: 'tie' | 'glasses' | 'hat' | 'jewellery' }
  /** More or less of something; `up` is the direction the word means by itself. `noun`: it needs a "more" or "less". */
  | { kind: 'scale'; field: Scale; up: boolean; noun?: boolean }
  | { kind: 'topic'; topic: Topic }
  /** About the person, who stays as they are. */
  | { kind: 'face' };

const entries = new Map<string, Meaning>();

function add(phrases: string, meaning: Meaning): void {
  for (const phrase of phrases.split('|')) entries.set(phrase, meaning);
}

for (const { name, hex } of [...SWATCHES, ...MORE_COLOURS]) add(name, { kind: 'colour', hex, name });

const colours: [string, string, string][] = [
  ['gray', 'grey', '#8c9299'],
  ['light gray|pale grey|pale gray|silver', 'light grey', '#cfd3d7'],
  ['dark grey|dark gray|anthracite|graphite|slate', 'charcoal', '#34383d'],
  ['navy blue|dark blue|midnight blue|deep blue|midnight', 'navy', '#1f3556'],
  ['sky blue|baby blue|pale blue|ice blue', 'light blue', '#a9c8e6'],
  ['petrol', 'teal', '#1e7f80'],
  ['dark green|forest green|bottle green|emerald', 'green', '#2a5a3c'],
  ['light green|sage green', 'sage', '#a3b39b'],
  ['off white|ivory|eggshell', 'cream', '#f1e9d8'],
  ['sand|taupe|nude', 'beige', '#d8c7ae'],
  ['maroon|wine red|dark red|wine|bordeaux', 'burgundy', '#6d2437'],
  ['violet', 'purple', '#66478f'],
  ['lilac', 'lavender', '#b9addb'],
  ['rose|light pink|baby pink', 'pink', '#dd9db0'],
  ['pure white|snow white', 'white', '#ffffff'],
  ['pure black|jet black', 'black', '#000000'],
];
for (const [phrases, name, hex] of colours) add(phrases, { kind: 'colour', name, hex });

const values: [string, Choice][] = [
  ['plain|solid|simple|even|uniform|flat|seamless', { field: 'background', value: 'plain' }],
  ['gradient|vignette', { field: 'background', value: 'gradient' }],
  ['office|workplace|workspace', { field: 'background', value: 'office' }],
  [
    'outdoors|outdoor|outside|nature|park|garden|trees|forest|greenery',
    { field: 'background', value: 'outdoors' },
  ],
  ['smile|smiling|smiley|happy|happier|cheerful|grin|joyful', { field: 'expression', value: 'smile' }],
  [
    'friendly|friendlier|approachable|welcoming|kind|kinder|warm smile|inviting',
    { field: 'expression', value: 'warm' },
  ],
  ['relaxed|calm|casual look|at ease|easygoing|laid back', { field: 'expression', value: 'relaxed' }],
  ['confident|self assured|bold|bolder|strong look|powerful', { field: 'expression', value: 'confident' }],
  ['serious|neutral expression|straight face|stern|no smile', { field: 'expression', value: 'serious' }],
  [
    'suit|suits|suit jacket|formal|business attire|business clothes|tuxedo',
    { field: 'attire', value: 'suit' },
  ],
  [
    'blazer|jacket|business casual|smart casual|sport coat|sports jacket',
    { field: 'attire', value: 'blazer' },
  ],
  ['shirt|button down|button up|dress shirt|collar', { field: 'attire', value: 'shirt' }],
  ['blouse', { field: 'attire', value: 'blouse' }],
  ['polo|polo shirt', { field: 'attire', value: 'polo' }],
  [
    'sweater|jumper|pullover|cardigan|turtleneck|knit|knitwear|turtle neck|roll neck',
    { field: 'attire', value: 'knit' },
  ],
  ['t shirt|tshirt|tee|tee shirt', { field: 'attire', value: 't-shirt' }],
  ['dress|business dress', { field: 'attire', value: 'dress' }],
  ['scrubs|medical scrubs', { field: 'attire', value: 'scrubs' }],
  ['lab coat|white coat|doctors coat|medical coat', { field: 'attire', value: 'lab-coat' }],
  ['robe|robes|gown|court robe|judges robe', { field: 'attire', value: 'robe' }],
];
for (const [phrases, wish] of values) add(phrases, { kind: 'value', wish });

add('tie|ties|necktie', { kind: 'item', field: 'tie' });
add('glasses|specs|spectacles|eyeglasses|eyewear|sunglasses', { kind: 'item', field: 'glasses' });
add('hat|hats|cap|caps|beanie|headgear', { kind: 'item', field: 'hat' });
add('jewellery|jewelry|earrings|earring|necklace|piercing', { kind: 'item', field: 'jewellery' });

const scales: [string, Scale, boolean][] = [
  ['brighter|bright|lighter|high key', 'brightness', true],
  ['darker|dark|dim|dimmer|gloomy|gloomier|moody|moodier|low key', 'brightness', false],
  ['contrasty|dramatic|crisper|punchier|punchy|harder|harsh|harsher', 'contrast', true],
  ['softer|soft|gentle|gentler|diffuse|diffused|flatter', 'contrast', false],
  ['warmer|warm|golden|cosy|cozy|cosier|yellower', 'warmth', true],
  ['cooler|cool|cold|colder|bluer|bluish', 'warmth', false],
  ['closer|close|close up|closeup|tighter|zoom in|zoomed in|nearer|crop tighter', 'framing', true],
  [
    'wider|wide|zoom out|zoomed out|further away|farther away|further|farther|more room|more space|looser|full body|whole body|waist up',
    'framing',
    false,
  ],
];
for (const [phrases, field, up] of scales) add(phrases, { kind: 'scale', field, up });
add('contrast|shadows|drama', { kind: 'scale', field: 'contrast', up: true, noun: true });
add('warmth', { kind: 'scale', field: 'warmth', up: true, noun: true });
add('brightness', { kind: 'scale', field: 'brightness', up: true, noun: true });
add('zoom', { kind: 'scale', field: 'framing', up: true, noun: true });

add('background|backdrop|bg|backgrounds|wall|backdrops', { kind: 'topic', topic: 'backdrop' });
add('light|lighting|lights|lit', { kind: 'topic', topic: 'light' });
add('clothes|clothing|outfit|attire|wardrobe|casual', {
  kind: 'topic',
  topic: 'attire',
});
add('framing|frame|crop|cropping|framed', { kind: 'topic', topic: 'framing' });
add('expression|mood|look|vibe', { kind: 'topic', topic: 'expression' });

add(
  'face|skin|complexion|eyes|eye|eyebrows|eyelashes|nose|lips|lip|mouth|teeth|jaw|jawline|chin|cheeks|cheek|cheekbones|ears|forehead|neck|hair|hairline|hairstyle|haircut|bald|blonde|brunette|beard|moustache|mustache|stubble|shave|shaved|wrinkles|wrinkle|freckles|scar|mole|pimple|pimples|acne|blemish|blemishes|double chin|makeup|make up|lipstick',
  { kind: 'face' },
);
add(
  'younger|young|youthful|older|old|age|aged|slim|slimmer|thin|thinner|skinny|fat|weight|muscular|muscles|body|chest|belly|waist|broader|narrower|taller|tall|shorter|beautiful|pretty|prettier|handsome|attractive|gorgeous|symmetrical|race|racial|ethnicity|ethnic|caucasian|asian|european|african|american|latino|latina|hispanic|arab|indian|chinese|japanese|white person|black person|gender|feminine|masculine|male|female|man|woman|tanned',
  { kind: 'face' },
);

export const LEXICON: ReadonlyMap<string, Meaning> = entries;

/** The most words of one entry. */
export const LONGEST = 3;

/** Said of what shall be gone; the second row takes a wish back instead. */
export const DENIALS = words(
  'no not without dont remove lose ditch skip drop hide minus never isnt arent avoid omit',
);
export const UNDOERS = words('forget undo cancel scratch reset revert nevermind unset');
export const UNDO_ALL =
  /\b(start over|start again|start from scratch|(forget|reset|clear|undo|cancel|remove|delete) (it )?(everything|all)( of it)?|no wishes)\b/;
export const LESS = words('less lower low minimal reduce decrease too overly');
export const MORE = words('more higher high increase raise extra');
export const STRONGLY = words('much very really way far super extremely lots lot strongly heavily totally');
export const WEAKLY = words('bit little slightly somewhat touch tad');
export const KEEP = words('keep leave with');

/** Several words that mean one of the words above. */
export const TURNS_OF_PHRASE: readonly [RegExp, string][] = [
  [/\bnever mind\b/g, 'nevermind'],
  [/\bdont forget\b/g, 'with'],
  [/\b(tie|hat|cap|glasses) off\b/g, 'no $1'],
  [/\b(turn|tone|take) (it )?down\b/g, 'less'],
  [/\bblack (and|&|n) white\b/g, 'monochrome'],
  [/\b(dont|do not|never) (change|touch|alter)\b/g, 'keep'],
  [/\b(reflections?|glare) (in|on|from|off) (my|the) glasses\b/g, '$1'],
  [/\b(leave out|take off|take away|get rid of|do away with|instead of|rather than|do not)\b/g, 'not'],
  [/\b(?:set|put|go|change|turn) back\b/g, 'undo'],
];

/** Says nothing by itself: neither understood nor not. */
export const FILLERS = new Set(
  words(`a an the i im id ill me my mine myself you your we us our it its is are be was were been being this that these those there here somewhere
    please pls thanks thank thx hi hello hey ok okay yes yeah yep sure well just so as at by for from in into of on onto out over to up with
    within about around can could would should will shall may might must do does did done have has had having want wants wanted like likes liked love
    loved prefer preferred need needs wish hope give gives make makes making made get gets go going let lets put set use using change changed changing turn
    turned show try tell say more less bit little slightly somewhat touch much very really quite rather pretty too way far super lot lots tad kind
    sort some any every all each both one two other another else instead same maybe perhaps possible possibly also again still only even than
    if when where what which who how why behind back front side look looks looking appear seem feel feeling photo photos picture pictures image images
    headshot headshots portrait portraits shot shots pic pics selfie selfies colour color colours colors coloured colored tone tones shade style
    styled something thing things anything nice nicer good better best great fine normal usual overall general professional professionally modern clean
    keep leave add remove wear wearing new different now today time please kindly actually basically simply no not without dont never nothing off
    take taking away down bring have him her his them they and or but then soft looking whole entire blurred blurry shoulders head everything changes am since come natural slight big business smart collared dressed`),
);

/** English words that are one letter from a word of ours and mean something else. */
export const NO_TYPOS = new Set(
  words(`right night tight sight might fight short skirt sport shift write while whine quite wrote block slack blank black back bleach crown frown drown
    dream steam scream greed greet closed closet clothe wilder winder farmer warner harmer marker barker colder older holder boulder bolder cooker
    plane plan plans place planet spark shark bark park dressed address press pride bride prize blouse house mouse louse
    smell small smart start stare state score store plaint paint saint faint suite fruit quiet lighten rings earning bluer
    cost costs most post host lost grace green great creek breed knife knits unit limit nights highlight lift left shoes shoot shop`),
);

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
