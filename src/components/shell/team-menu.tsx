'use client';

import { Check, ChevronsUpDown, Plus, Search } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { showPanel } from '@/components/commands/command-store';
import type { NavItem } from '@/components/shell/nav-link';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';

export type TeamChoice = { name: string; href: string; logoUrl?: string | null };

type TeamMenuProps = {
  team: TeamChoice;
  /** Every team of this person, the current one too. */
  teams: readonly TeamChoice[];
  /** Where a new team is started. */
  createHref?: string | undefined;
  /** On a phone: the pages of the team that have no tab. */
  pages?: readonly NavItem[];
  compact?: boolean;
};

/** The team you are in; opens the others. On a phone also the way to the pages without a tab. */
export function TeamMenu({ team, teams, createHref, pages = [], compact = false }: TeamMenuProps) {
  const { t } = useTexts();
  const trigger = (
    <button
      type="button"
      className={cn(
        'flex h-11 min-w-0 items-center gap-2.5 rounded-control font-semibold',
        compact ? 'max-w-full px-1' : 'mb-3 w-full border bg-card px-2 transition-colors hover:border-edge',
      )}
    >
      {!compact && <Avatar name={team.name} src={team.logoUrl} size={24} square />}
      <span className="min-w-0 flex-1 truncate text-left">{team.name}</span>
      <span className="sr-only">{t('shell.client.team.change')}</span>
      <ChevronsUpDown className="size-4 text-ink-2" aria-hidden="true" />
    </button>
  );
  return (
    <DropdownMenu trigger={trigger} align="start" className="w-[208px]">
      {compact && (
        <>
          <MenuItem onSelect={() => showPanel('palette')}>
            <Search aria-hidden="true" />
            {t('shell.client.search.title')}
          </MenuItem>
          {pages.map((page) => (
            <MenuItem key={page.href} asChild>
              <Link href={page.href}>
                {page.icon}
                {page.label}
              </Link>
            </MenuItem>
          ))}
          <MenuSeparator />
        </>
      )}
      <MenuLabel>{t('shell.client.team.teams')}</MenuLabel>
      {teams.map((choice) => (
        <MenuItem key={choice.href} asChild>
          <Link href={choice.href}>
            <Avatar name={choice.name} src={choice.logoUrl} size={24} square />
            <span className="min-w-0 flex-1 truncate">{choice.name}</span>
            {choice.href === team.href && <Check aria-label={t('shell.client.team.current')} />}
          </Link>
        </MenuItem>
      ))}
      {createHref && (
        <MenuItem asChild>
          <Link href={createHref}>
            <Plus aria-hidden="true" />
            {t('shell.client.team.new')}
          </Link>
        </MenuItem>
      )}
    </DropdownMenu>
  );
}
