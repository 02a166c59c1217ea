/** Pictures of the public pages, made by `npm run examples`. */

/** Who shows the product's own styles. */
const FACES: Readonly<Record<string, string>> = {
  corporate: 'christian',
  linkedin: 'fezbot',
  'casual-professional': 'team-4',
  creative: 'ali-pazani',
  tech: 'christian',
  actor: 'team-4',
  model: 'fezbot',
  medical: 'team-4',
  legal: 'fezbot',
  executive: 'ali-pazani',
  editorial: 'christian',
  cinematic: 'team-4',
};

/** The picture that shows a style on public pages; null for a style that was added here. */
export function findFace(style: string): string | null {
  const face = FACES[style];
  return face ? `/examples/${face}-${style}.webp` : null;
}

/** All four in one style, for the band that shows a team. */
export const TEAM_PICTURES = ['fezbot', 'christian', 'team-4', 'ali-pazani'].map(
  (person) => `/examples/team-${person}.webp`,
);

/** The pair of the front page, as wide as it is shown and twice that. */
export const PAIR = {
  before: pair('fezbot-before'),
  after: pair('fezbot-corporate'),
  sizes: '(min-width: 512px) 464px, calc(100vw - 40px)',
};

function pair(name: string): { src: string; srcSet: string } {
  const file = (width: number) => `/examples/${name}-${width}.webp`;
  return { src: file(928), srcSet: `${file(464)} 464w, ${file(928)} 928w` };
}
