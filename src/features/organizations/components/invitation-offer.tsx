import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
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

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Who invites, what it costs the guest (nothing), what happens next, who sees what. */
export function InvitationOffer(props: InvitationOfferProps) {
  const { team, inviter, email, role, credits, expiresAt, photoRetentionDays, newcomer, children } = props;
  const [first = inviter] = inviter.split(' ');
  const pictures = `${WORDS[credits] ?? credits} standard ${credits === 1 ? 'picture' : 'pictures'}`;
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
        Your headshot for {team}
      </h1>
      <p className="mt-3 mb-6 wrap-anywhere text-16 text-ink-2">
        {first} invites you to the team
        {role === 'member' ? '' : `, as ${role === 'owner' ? 'an owner' : 'an admin'}`}
        {credits > 0 ? (
          <>
            , with <CreditAmount amount={credits} />
            <span aria-hidden="true">{credits === 1 ? ' credit' : ' credits'}</span>: {pictures}, paid by{' '}
            {team}.
          </>
        ) : (
          '.'
        )}
      </p>
      <ol className="divide-y border-y">
        {[
          'Accept, and read what happens to your photos.',
          'Take 6–14 selfies. About five minutes, a phone is fine.',
          'Choose your pictures. They are yours alone.',
        ].map((step, index) => (
          <li key={step} className="flex gap-5 py-3">
            <span className="w-2 flex-none text-ink-3">{index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 mb-6 flex gap-3 text-ink-2">
        <Lock className="mt-0.5 size-4 flex-none" aria-hidden="true" />
        <span>
          Only you see your selfies: not {first}, not our staff. They are deleted after {photoRetentionDays}{' '}
          {photoRetentionDays === 1 ? 'day' : 'days'}.
        </span>
      </p>
      <div className="mt-auto sm:mt-2">{children}</div>
      <p className="mt-3 text-center wrap-anywhere text-12 text-ink-3">
        For {email}, until <Time value={expiresAt} style="date" />.
        {newcomer && (
          <>
            <br />
            No password needed.
          </>
        )}
      </p>
    </>
  );
}
