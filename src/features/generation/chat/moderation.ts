/**
 * Messages that are not worked on, by rules that need no vendor: nothing sexual, no children, no violence, no hate, nobody else's
 * face. Pure. Wishes are values of fixed lists, so this guards the tone of the room more than the pictures.
 */
import type { RefusalCategory } from './chat-types';
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

/** The category, or null when nothing speaks against the message. */
export function refusalOf(message: string): RefusalCategory | null {
  const text = message
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const category of ['minors', 'sexual', 'violence', 'hate'] as const)
    if (WORDS[category].test(text)) return category;
  return OTHERS.test(text) || isLikeSomebody(text) ? 'likeness' : null;
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
