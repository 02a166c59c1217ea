/** Guards of shared pictures: an address that nobody made up, that ends, and that opens what is there and nothing else. */
import { guardsOf } from '../guard';

const TEST = 'src/features/headshots/deliver.test.ts';

export const LINK_GUARDS = guardsOf('src/features/headshots/links/link-queries.ts', TEST, [
  [
    'links: a page has its own seal',
    '!isSealed(row.link, seal)) return null',
    'seal === undefined) return null',
    'an address that nobody gave out',
  ],
  ['links: a file has its own seal', '!isSealed(row.link, seal, until) || ', '', 'works again renewed'],
  ['links: the address of a file ends', 'until <= now.getTime() || ', '', 'works again renewed'],
  ['links: a file ends with its link', ' || row.link.expiresAt <= now)', ')', 'works again renewed'],
  ['links: a page ends', "if (row.link.expiresAt <= now) return 'expired';", '', 'works again renewed'],
  ['links: only of a member', 'eq(member.id, pictureLink.memberId),', '', 'a link dies with'],
]);
