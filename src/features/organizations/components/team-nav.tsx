import { CreditCard, House, Images, KeyRound, Users } from 'lucide-react';
import type { NavItem } from '@/components/shell/nav-link';
import { Aperture } from '@/components/ui/aperture';
import { type Role, roleMay } from '@/lib/permissions';
import type { Texts } from '@/texts/make-texts';

/**
 * The pages of a team that this role may open, and which of them are tabs on a phone. A member's `free` credits stand beside
 * theirs; who hands credits out looks at the pool instead.
 */
export function teamNav(
  slug: string,
  role: Role,
  free: number,
  { t }: Texts,
): { nav: NavItem[]; tabs: NavItem[] } {
  const base = `/teams/${slug}`;
  const everyone: NavItem[] = [
    { href: base, label: t('members.nav.home'), icon: <House aria-hidden="true" />, exact: true },
    { href: `${base}/headshots`, label: t('members.nav.headshots'), icon: <Images aria-hidden="true" /> },
    {
      href: `${base}/credits`,
      label: t('members.nav.credits'),
      icon: <Aperture />,
      aside: roleMay(role, 'credits:allocate') ? undefined : String(free),
    },
  ];
  const members: NavItem = {
    href: `${base}/members`,
    label: t('members.nav.members'),
    icon: <Users aria-hidden="true" />,
  };
  const billing: NavItem = {
    href: `${base}/billing`,
    label: t('members.nav.billing'),
    icon: <CreditCard aria-hidden="true" />,
  };
  const keys: NavItem = {
    href: `${base}/settings/api-keys`,
    label: t('members.nav.keys'),
    icon: <KeyRound aria-hidden="true" />,
  };
  const nav = [
    ...everyone,
    ...(roleMay(role, 'members:read') ? [members] : []),
    ...(roleMay(role, 'billing:read') ? [billing] : []),
    ...(roleMay(role, 'api-keys:manage') ? [keys] : []),
  ];
  return { nav, tabs: nav.filter((item) => item !== billing && item !== keys) };
}
