import {
  Bell,
  Coins,
  House,
  Images,
  KeyRound,
  Plus,
  ShoppingCart,
  Sparkles,
  Trash2,
  User,
  UserPlus,
} from 'lucide-react';
import type { Command, CommandGroup } from '@/components/commands/command-types';
import type { NavItem } from '@/components/shell/nav-link';
import { Avatar } from '@/components/ui/avatar';
import { type Role, roleMay } from '@/lib/permissions';
import type { Texts } from '@/texts/make-texts';

/** The second key of "g, then …", by the page's address below the team's. */
const KEYS: Record<string, string> = {
  '': 'h',
  '/headshots': 'p',
  '/credits': 'c',
  '/members': 'm',
  '/billing': 'b',
};

const keysTo = (second: string) => ['g', second] as const;

/** Pages outside a team. */
function pagesOfMine({ t }: Texts): Command[] {
  return [
    {
      href: '/teams?new',
      label: t('members.commands.myTeams'),
      icon: <House aria-hidden="true" />,
      words: t('members.commands.myTeamsWords'),
      keys: keysTo('t'),
    },
    {
      href: '/account',
      label: t('members.commands.account'),
      icon: <User aria-hidden="true" />,
      words: t('members.commands.accountWords'),
      keys: keysTo('a'),
    },
    {
      href: '/account/pictures',
      label: t('members.commands.pictures'),
      icon: <Images aria-hidden="true" />,
      words: t('members.commands.picturesWords'),
    },
    {
      href: '/account/deletions',
      label: t('deletion.list.title'),
      icon: <Trash2 aria-hidden="true" />,
      words: t('members.commands.deletionsWords'),
    },
    {
      href: '/account/notices',
      label: t('members.commands.preferences'),
      icon: <Bell aria-hidden="true" />,
      words: t('members.commands.preferencesWords'),
    },
    {
      href: '/account/tokens',
      label: t('members.commands.tokens'),
      icon: <KeyRound aria-hidden="true" />,
      words: t('members.commands.tokensWords'),
    },
  ];
}

/** What the palette offers in a team: its pages, what this role may do, the person's other teams. */
export function teamCommands(
  slug: string,
  role: Role,
  nav: readonly NavItem[],
  teams: readonly { slug: string; name: string }[],
  texts: Texts,
): CommandGroup[] {
  const { t } = texts;
  const base = `/teams/${slug}`;
  const pages: Command[] = nav.map(({ href, label, icon }) => {
    const key = KEYS[href.slice(base.length)];
    return { href, label, icon, ...(key ? { keys: keysTo(key) } : {}) };
  });
  const notices: Command = {
    href: `${base}/notices`,
    label: t('members.commands.notices'),
    icon: <Bell aria-hidden="true" />,
    keys: keysTo('n'),
  };
  return [
    { title: t('members.commands.actions'), commands: actionsIn(base, role, texts) },
    { title: t('members.commands.goTo'), commands: [...pages, notices, ...pagesOfMine(texts)] },
    ...otherTeams(
      teams.filter((team) => team.slug !== slug),
      texts,
    ),
  ];
}

/** The same on pages in no team. */
export function accountCommands(
  teams: readonly { slug: string; name: string }[],
  texts: Texts,
): CommandGroup[] {
  const pages = { title: texts.t('members.commands.goTo'), commands: pagesOfMine(texts) };
  return [pages, ...otherTeams(teams, texts)];
}

function actionsIn(base: string, role: Role, { t }: Texts): Command[] {
  const actions: Command[] = [
    {
      href: `${base}/headshots/new`,
      label: t('members.commands.new'),
      icon: <Sparkles aria-hidden="true" />,
      words: t('members.commands.newWords'),
    },
  ];
  if (roleMay(role, 'members:invite'))
    actions.push({
      href: `${base}/members?invite`,
      label: t('members.commands.invite'),
      icon: <UserPlus aria-hidden="true" />,
      words: t('members.commands.inviteWords'),
    });
  if (roleMay(role, 'credits:allocate'))
    actions.push({
      href: `${base}/credits`,
      label: t('members.commands.give'),
      icon: <Coins aria-hidden="true" />,
      words: t('members.commands.giveWords'),
    });
  if (roleMay(role, 'billing:buy'))
    actions.push({
      href: `${base}/credits/buy`,
      label: t('members.commands.buy'),
      icon: <ShoppingCart aria-hidden="true" />,
      words: t('members.commands.buyWords'),
    });
  actions.push({ href: '/teams?new', label: t('members.commands.start'), icon: <Plus aria-hidden="true" /> });
  return actions;
}

function otherTeams(teams: readonly { slug: string; name: string }[], { t }: Texts): CommandGroup[] {
  if (teams.length === 0) return [];
  const commands = teams.map(({ slug, name }) => ({
    href: `/teams/${slug}`,
    label: name,
    icon: <Avatar name={name} size={24} square />,
    words: t('members.commands.switchWords'),
  }));
  return [{ title: t('members.commands.teams'), commands }];
}
