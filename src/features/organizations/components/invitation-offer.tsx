import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Time } from '@/components/ui/time';

type InvitationOfferProps = {
  team: string;
  inviter: string;
  email: string;
  role: string;
  credits: number;
  expiresAt: string;
  photoRetentionDays: number;
  newcomer: boolean;
  /** How to say yes. */
  children: ReactNode;
};

const STEPS = ['accept', 'selfies', 'choose'] as const;

/** Who invites, what it costs the guest (nothing), what happens next, who sees what. */
export function InvitationOffer(props: InvitationOfferProps) {
  const { t, rich } = useTexts();
  const { team, inviter, email, role, credits, expiresAt, photoRetentionDays, newcomer, children } = props;
  const [first = inviter] = inviter.split(' ');
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <Avatar name={inviter} size={44} />
        <div className="min-w-0">
          <p className="truncate font-medium">{inviter}</p>
          <p className="truncate text-ink-2">{team}</p>
        </div>
      </div>
      <h1 className="display-40 wrap-anywhere text-[2.5rem]! leading-[2.875rem]!">
        {t('members.invitation.title', { team })}
      </h1>
      <p className="mt-3 mb-6 wrap-anywhere text-16 text-ink-2">
        {credits > 0
          ? rich('members.invitation.invitesWith', {
              first,
              role,
              credits,
              team,
              amount: () => <CreditAmount amount={credits} />,
              unit: (word) => <span aria-hidden="true">{word}</span>,
            })
          : t('members.invitation.invites', { first, role })}
      </p>
      <ol className="divide-y border-y">
        {STEPS.map((step, index) => (
          <li key={step} className="flex gap-5 py-3">
            <span className="w-2 flex-none text-ink-3">{index + 1}</span>
            <span>{t(`members.invitation.steps.${step}`)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 mb-6 flex gap-3 text-ink-2">
        <Lock className="mt-0.5 size-4 flex-none" aria-hidden="true" />
        <span>{t('members.invitation.private', { first, days: photoRetentionDays })}</span>
      </p>
      <div className="mt-auto sm:mt-2">{children}</div>
      <p className="mt-3 text-center wrap-anywhere text-12 text-ink-3">
        {rich('members.invitation.until', {
          email,
          date: () => <Time value={expiresAt} style="date" />,
        })}
        {newcomer && (
          <>
            <br />
            {t('members.invitation.noPassword')}
          </>
        )}
      </p>
    </>
  );
}
