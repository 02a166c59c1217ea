import {
  Bell,
  Coins,
  House,
  Images,
  KeyRound,
  Plus,
  ShoppingCart,
  Sparkles,
  User,
  UserPlus,
} from 'lucide-react';
import type { Command, CommandGroup } from '@/components/commands/command-types';
import type { NavItem } from '@/components/shell/nav-link';
import { Avatar } from '@/components/ui/avatar';
import { type Role, roleMay } from '@/lib/permissions';

/** The second key of "g, then …", by the page's name. */
const KEYS: Record<string, string> = {
  Home: 'h',
  Headshots: 'p',
  Credits: 'c',
  Members: 'm',
  Billing: 'b',
};

const keysTo = (second: string) => ['g', second] as const;

/** Pages outside a team. */
const MINE: readonly Command[] = [
  {
    href: '/teams?new',
    label: 'My teams',
    icon: <House aria-hidden="true" />,
    words: 'switch',
    keys: keysTo('t'),
  },
  {
    href: '/account',
    label: 'Account',
    icon: <User aria-hidden="true" />,
    words: 'profile password devices passkeys two-step',
    keys: keysTo('a'),
  },
  {
    href: '/account/pictures',
    label: 'My pictures',
    icon: <Images aria-hidden="true" />,
    words: 'download delete all teams',
  },
  {
    href: '/account/notices',
    label: 'Notices and mails',
    icon: <Bell aria-hidden="true" />,
    words: 'preferences settings unsubscribe',
  },
  {
    href: '/account/tokens',
    label: 'Personal tokens',
    icon: <KeyRound aria-hidden="true" />,
    words: 'api key script',
  },
];

/** What the palette offers in a team: its pages, what this role may do, the person's other teams. */
export function teamCommands(
  slug: string,
  role: Role,
  nav: readonly NavItem[],
  teams: readonly { slug: string; name: string }[],
): CommandGroup[] {
  const base = `/teams/${slug}`;
  const pages: Command[] = nav.map(({ href, label, icon }) => {
    const key = KEYS[label];
    return { href, label, icon, ...(key ? { keys: keysTo(key) } : {}) };
  });
  const notices: Command = {
    href: `${base}/notices`,
    label: 'Notices',
    icon: <Bell aria-hidden="true" />,
    keys: keysTo('n'),
  };
  return [
    { title: 'Actions', commands: actionsIn(base, role) },
    { title: 'Go to', commands: [...pages, notices, ...MINE] },
    ...otherTeams(teams.filter((team) => team.slug !== slug)),
  ];
}

/** The same on pages in no team. */
export function accountCommands(teams: readonly { slug: string; name: string }[]): CommandGroup[] {
  return [{ title: 'Go to', commands: MINE }, ...otherTeams(teams)];
}

function actionsIn(base: string, role: Role): Command[] {
  const actions: Command[] = [
    {
      href: `${base}/headshots/new`,
      label: 'New headshots',
      icon: <Sparkles aria-hidden="true" />,
      words: 'generate selfies photos',
    },
  ];
  if (roleMay(role, 'members:invite'))
    actions.push({
      href: `${base}/members?invite`,
      label: 'Invite people',
      icon: <UserPlus aria-hidden="true" />,
      words: 'add members',
    });
  if (roleMay(role, 'credits:allocate'))
    actions.push({
      href: `${base}/credits`,
      label: 'Give credits',
      icon: <Coins aria-hidden="true" />,
      words: 'allocate distribute wallets',
    });
  if (roleMay(role, 'billing:buy'))
    actions.push({
      href: `${base}/credits/buy`,
      label: 'Buy credits',
      icon: <ShoppingCart aria-hidden="true" />,
      words: 'packs',
    });
  actions.push({ href: '/teams?new', label: 'Start another team', icon: <Plus aria-hidden="true" /> });
  return actions;
}

function otherTeams(teams: readonly { slug: string; name: string }[]): CommandGroup[] {
  if (teams.length === 0) return [];
  const commands = teams.map(({ slug, name }) => ({
    href: `/teams/${slug}`,
    label: name,
    icon: <Avatar name={name} size={24} square />,
    words: 'switch team',
  }));
  return [{ title: 'Teams', commands }];
}
