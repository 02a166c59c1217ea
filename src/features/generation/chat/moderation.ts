/**
 * Messages that are not worked on, by rules that need no vendor: nothing sexual, no children, no violence, no hate, nobody else's
 * face. Pure. Wishes are values of fixed lists, so this guards the tone of the room more than the pictures.
 */

import type { Language } from '@/texts/languages';
import type { RefusalCategory } from './chat-types';
import { fold, isGerman } from './german';
import { FILLERS, LEXICON } from './lexicon';

const WORDS: Record<Exclude<RefusalCategory, 'likeness' | 'other'>, RegExp> = {
  minors:
    /\b(child(ren|like)?|kid|kids|toddler|infant|teen(s|age|ager|agers)?|preteen|a minor(?! \w)|underage|school ?(girl|boy)s?|little (girl|boy)|(young|teenage) (girl|boy)|baby face|as a baby|like a baby|([1-9]|1[0-7])[ -]?years?[ -]?old)\b/,
  sexual:
    /\b(nude(?! (colou?r|tone|tones|beige|background|backdrop))|nudes|nudity|naked|topless|shirtless|braless|undress(ed)?|nsfw|sexy|sexual|sexier|erotic|porn\w*|lingerie|underwear|bikini|cleavage|breasts|boobs|tits|nipples?|genitals?|penis|vagina|butt|ass|strip(ped|per)|fetish|onlyfans)\b/,
  violence:
    /\b(gun|guns|rifle|pistol|weapons?|knife|machete|sword|blood|bloody|bleeding|gore|gory|kill(ed|ing)?|murder\w*|corpse|behead\w*|tortur\w*|bombs?|terroris\w*|suicide|hanging myself)\b/,
  hate: /\b(nazi\w*|swastika|hitler|kkk|ku klux|white power|white supremac\w*|heil|racist|fag(got)?s?|nigg\w+|kike|gas chamber|sub ?human|genocid\w*)\b/,
};

const OTHERS =
  /\b(deep ?fake\w*|face ?swap\w*|swap (my|the) face|(with|use|put|wear|give me) (the )?\w+(s|'s) face|someone elses? face|somebody elses? face|anothers? (persons )?face|celebrity|celebrities|famous (person|people|actor|actress|singer)|impersonat\w*|pretend to be|pass as)\b/;

const LIKE =
  /\b(?:looks?|looking|resembles?|turn(?:ed)? me into|twin of|similar to)\s+(?:exactly |just |more |a bit |a lot )*(?:like |as )?(.{1,40})/;

const RELATIVES =
  /^(my|his|her|their|our|your) (boss|manager|colleague|coworker|friend|brother|sister|father|mother|dad|mum|mom|husband|wife|boyfriend|girlfriend|ex|teacher|neighbour|neighbor|president)\b/;

/** People are called by two words or more that mean nothing else here: "brad pitt", but not "a professional lawyer". */
const ROLES =
  /^(a|an|the|one|some|in|on|at|from|real|natural|business|professional|corporate|executive|lawyer|doctor|nurse|teacher|actor|actress|model|founder|ceo|manager|engineer|designer|consultant|artist|leader|expert|startup|tech|magazine|cover|film|movie|studio|linkedin|that|this|it|i|its|me|myself|in)\b/;

/** In German, folded as `german.ts` folds; read beside the English ones, which everybody knows. */
const GERMAN: typeof WORDS = {
  minors:
    /\b(kind(er|es|ern|lich\w*|haft\w*)?|kleinkind|teenie|jugendlich\w*|minderjaehrig\w*|schulmaedchen|schuljunge\w*|kleine[srmn]? (maedchen|junge\w*)|babygesicht|([1-9]|1[0-7]) ?(jahre|jaehrig\w*))\b/,
  sexual:
    /\b(nackt\w*|halbnackt\w*|oben ohne|unbekleidet\w*|ausgezogen|ausziehen(?! der)|unterwaesche|dessous|reizwaesche|erotisch\w*|sexuell\w*|busen|brueste|brustwarzen|porno\w*|(ohne|keine) (kleidung|kleider|klamotten))\b/,
  violence:
    /\b(waffen?|pistolen?|gewehre?|maschinengewehr|messer|schwert|blut|blutig\w*|blutend\w*|toeten|mord|moerder\w*|leiche|bomben?|folter\w*|selbstmord|suizid)\b/,
  hate: /\b(hakenkreuz\w*|rassist\w*|voelkermord|ss uniform|sieg heil|neger|kanaken?)\b/,
};

const GERMAN_OTHERS =
  /\b(promi\w*|beruehmt\w* (person|schauspieler\w*|saenger\w*|menschen?|leute)|gesicht(er)? tauschen|(das )?gesicht (von|meine[srmn]?|eine[srmn]? ander\w+)|ander\w* gesicht|(wie|zu) (mein|dein|unser)\w* (chef\w*|kolleg\w*|freund\w*|bruder|schwester|vater|mutter|mann|frau|lehrer\w*))\b/;

/** "Wie Brad Pitt", "mach mich zu Elon Musk", but not "wie echtes Tageslicht": names are written with capitals. */
const GERMAN_LIKE = /(?:^|\s)(?:[Ww]ie|mich zu|mich in) (\p{Lu}\p{L}+) (\p{Lu}\p{L}+)/u;

/** The category, or null when nothing speaks against the message. */
export function refusalOf(message: string, language: Language = 'en'): RefusalCategory | null {
  const text = message
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const category of ['minors', 'sexual', 'violence', 'hate'] as const)
    if (WORDS[category].test(text)) return category;
  if (OTHERS.test(text) || isLikeSomebody(text)) return 'likeness';
  return language === 'de' ? refusalOfGerman(fold(text), message) : null;
}

function refusalOfGerman(text: string, message: string): RefusalCategory | null {
  for (const category of ['minors', 'sexual', 'violence', 'hate'] as const)
    if (GERMAN[category].test(text)) return category;
  const [, first = '', second = ''] = GERMAN_LIKE.exec(message) ?? [];
  const named = [first, second].map(fold).every((word) => isName(word) && !isGerman(word));
  return GERMAN_OTHERS.test(text) || named ? 'likeness' : null;
}

function isLikeSomebody(text: string): boolean {
  const [, whom] = LIKE.exec(text) ?? [];
  if (!whom) return false;
  if (RELATIVES.test(whom)) return true;
  if (ROLES.test(whom)) return false;
  const [first = '', second = ''] = whom.split(' ');
  return isName(first) && isName(second);
}

function isName(word: string): boolean {
  return word.length > 2 && !LEXICON.has(word) && !FILLERS.has(word);
}
