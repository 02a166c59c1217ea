import type { Metadata } from 'next';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <AuthShell>
      <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
      <AuthHead title="There is no page here">
        It was moved or deleted, or it belongs to another team.
      </AuthHead>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/teams?new" variant="key" size="big">
          My teams
        </ButtonLink>
        <ButtonLink href="/" size="big">
          Front page
        </ButtonLink>
      </div>
    </AuthShell>
  );
}
