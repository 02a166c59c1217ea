import { CreditCard, House, Images, KeyRound, Users } from 'lucide-react';
import type { NavItem } from '@/components/shell/nav-link';
import { Aperture } from '@/components/ui/aperture';
import { type Role, roleMay } from '@/lib/permissions';

/**
 * The pages of a team that this role may open, and which of them are tabs on a phone. A member's `free` credits stand beside
 * theirs; who hands credits out looks at the pool instead.
 */
export function teamNav(slug: string, role: Role, free: number): { nav: NavItem[]; tabs: NavItem[] } {
  const base = `/teams/${slug}`;
  const everyone: NavItem[] = [
    { href: base, label: 'Home', icon: <House aria-hidden="true" />, exact: true },
    { href: `${base}/headshots`, label: 'Headshots', icon: <Images aria-hidden="true" /> },
    {
      href: `${base}/credits`,
      label: 'Credits',
      icon: <Aperture />,
      aside: roleMay(role, 'credits:allocate') ? undefined : String(free),
    },
  ];
  const members: NavItem = {
    href: `${base}/members`,
    label: 'Members',
    icon: <Users aria-hidden="true" />,
  };
  const billing: NavItem = {
    href: `${base}/billing`,
    label: 'Billing',
    icon: <CreditCard aria-hidden="true" />,
  };
  const keys: NavItem = {
    href: `${base}/settings/api-keys`,
    label: 'API keys',
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
