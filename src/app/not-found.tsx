import type { Metadata } from 'next';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { ButtonLink } from '@/components/ui/button';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('shell.notFound.title') };
}

export default async function NotFound() {
  const { t } = await pageTexts();
  return (
    <AuthShell>
      <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
      <AuthHead title={t('shell.notFound.heading')}>{t('shell.notFound.body')}</AuthHead>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/teams?new" variant="key" size="big">
          {t('shell.notFound.myTeams')}
        </ButtonLink>
        <ButtonLink href="/" size="big">
          {t('shell.notFound.frontPage')}
        </ButtonLink>
      </div>
    </AuthShell>
  );
}
