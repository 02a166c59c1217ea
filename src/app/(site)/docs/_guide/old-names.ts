/** What an older integration may call things, and what they are called here. */
export const OLD_NAMES = [
  { name: 'team', text: 'an organization; `teamId` in a path is its id or its slug' },
  { name: 'allocation', text: 'a member’s wallet; `allocate` moves credits from the pool into it' },
  {
    name: 'headshot',
    text: 'a generation: `/headshots/{id}` is one paid request, with one to four pictures',
  },
  { name: 'order', text: 'a payment; an order is what is not paid yet' },
  { name: 'token', text: 'a credit. A personal token is something else: a key' },
  { name: 'Professional', text: 'the style `corporate`' },
  { name: 'Casual', text: 'the style `casual-professional`' },
] as const;
