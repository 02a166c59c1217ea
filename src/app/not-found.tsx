import type { Metadata } from 'next';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { AuthShell } from '@/components/shell/auth-shell';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <AuthShell>
      <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
      <h1 className="display-40">There is no page here</h1>
      <p className="mt-2 mb-8 text-16 text-ink-2">
        It was moved or deleted, or it belongs to a team you are not in.
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/teams" variant="key" size="big">
          My teams
        </ButtonLink>
        <ButtonLink href="/" size="big">
          Front page
        </ButtonLink>
      </div>
    </AuthShell>
  );
}
