import { loadSecurityContact } from '@/features/privacy/policy-loaders';
import { pageTexts } from '@/texts/page-texts';
import { Document } from '../_legal/document';
import { Points } from '../_legal/pieces';
import { publicMetadata } from '../_site/page-metadata';
import { securityIn } from './_texts';

export const generateMetadata = publicMetadata({ path: '/security', name: 'security' });

export default async function SecurityPage() {
  const texts = await pageTexts();
  const { t } = texts;
  const contact = loadSecurityContact();
  return (
    <Document
      title={t('site.security.heading')}
      lead={t('site.security.lead')}
      updated="2026-11-28"
      parts={[
        ...securityIn(texts).map(({ id, title, points }) => ({
          id,
          title,
          body: <Points points={points} />,
        })),
        {
          id: 'report',
          title: t('site.security.report.title'),
          body: (
            <>
              <p>{t('site.security.report.text')}</p>
              <p>
                <a href={contact} className="link break-words">
                  {contact.replace(/^mailto:/, '')}
                </a>
              </p>
            </>
          ),
        },
      ]}
    />
  );
}
