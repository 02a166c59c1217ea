import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import type { Texts } from '@/texts/make-texts';
import type { DeletionPageView } from '../deletion-loaders';

type Team = DeletionPageView['teams'][number];

const PLAN_NAMES = { plus: 'Plus', pro: 'Pro' } as const;

/** What becomes of one team, in sentences. */
export function TeamAtEndLine({ team }: { team: Team }) {
  const texts = useTexts();
  const { name, slug, end } = team;
  return (
    <li className="flex items-start gap-3 px-5 py-3">
      <Avatar name={name} size={28} square />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-ink-2">{sentences(team, texts).join(' ')}</p>
        {end === 'end' && team.paid && (
          <Link href={`/teams/${slug}/billing`} className="link">
            {texts.t('deletion.team.refundFirst')}
          </Link>
        )}
      </div>
    </li>
  );
}

function sentences({ end, credits, ownCredits, plan }: Team, { t }: Texts): string[] {
  if (end === 'blocked') return [t('deletion.team.blocked')];
  if (end === 'leave')
    return [
      ownCredits > 0 ? t('deletion.team.leaveCredits', { count: ownCredits }) : t('deletion.team.leave'),
    ];
  return [
    t('deletion.team.end'),
    ...(credits > 0 ? [t('deletion.team.endCredits', { count: credits })] : []),
    ...(plan ? [t('deletion.team.endPlan', { plan: PLAN_NAMES[plan] })] : []),
  ];
}
