import { ButtonLink } from '@/components/ui/button';
import { FIRST_TEAM_CREDITS } from '@/features/billing/price-list';

/** The end of the page: the one next step. */
export function Closing({ href, signedIn }: { href: string; signedIn: boolean }) {
  return (
    <section aria-label="Start" className="border-t py-16 sm:py-[104px]">
      <div className="wrap flex flex-wrap items-center justify-between gap-x-8 gap-y-6">
        <h2 className="display-40">
          {signedIn ? 'Ready when your team is.' : `Try it with ${FIRST_TEAM_CREDITS} free credits.`}
        </h2>
        <ButtonLink href={href} variant="key" size="big">
          {signedIn ? 'Buy credits' : 'Start a team'}
        </ButtonLink>
      </div>
    </section>
  );
}
