import type { NextPageContext } from 'next';
import Head from 'next/head';
import { useTexts } from '#use-texts';
import { PlainColumn } from '@/components/shell/plain-column';
import { WaysOut } from '@/components/shell/ways-out';
import { textsIn } from '@/texts/catalogue';
import type { Language } from '@/texts/languages';
import { incomingLanguage } from '@/texts/request-language';

/**
 * What Next refuses before any page or route of ours is asked: an address that nobody can read, a method that is none. And the
 * documents of this folder, when they fail.
 */
export const config = { unstable_runtimeJS: false };

type Props = { language: Language; failed: boolean };

export default function RefusedPage({ failed }: Props) {
  const { t } = useTexts();
  const title = failed ? t('failure.client.title') : t('shell.notFound.heading');
  return (
    <PlainColumn>
      <Head>
        <title>{`${title} · headcraft`}</title>
      </Head>
      <h1 className="display-40">{title}</h1>
      <p className="mt-2 mb-8 text-16 text-ink-2">
        {failed ? t('shell.refused.failed') : t('shell.refused.unreadable')}
      </p>
      <WaysOut />
    </PlainColumn>
  );
}

RefusedPage.getInitialProps = ({ req, res }: NextPageContext): Props => {
  const language = incomingLanguage(req);
  const failed = (res?.statusCode ?? 500) >= 500;
  if (res && req?.url?.startsWith('/api/')) {
    const { t } = textsIn(language);
    const said = failed
      ? { code: 'internal', message: t('errors.internal') }
      : { code: 'malformed', message: t('errors.address') };
    res.setHeader('Content-Type', 'application/json');
    res.setHeader('Cache-Control', 'no-store');
    // An answer that has ended is not drawn upon.
    res.end(JSON.stringify({ error: said }));
  }
  return { language, failed };
};
