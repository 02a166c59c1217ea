import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Role } from '@/lib/permissions';

type TeamListProps = { teams: readonly { id: string; name: string; slug: string; role: Role }[] };

export function TeamList({ teams }: TeamListProps) {
  const { t } = useTexts();
  return (
    <Card>
      <ul className="divide-y">
        {teams.map((team) => (
          <li key={team.id}>
            <Link
              href={`/teams/${team.slug}`}
              className="flex min-h-14 items-center gap-3 rounded-card px-4 py-2 hover:bg-wash"
            >
              <Avatar name={team.name} size={28} square />
              <span className="min-w-0 flex-1 truncate font-medium">{team.name}</span>
              <Badge>{t(`members.role.${team.role}`)}</Badge>
              <ChevronRight className="size-4 text-ink-3" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
