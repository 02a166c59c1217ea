import { loadChatPrivacy } from '@/features/generation/loaders';
import { loadPushKey } from '@/features/notifications/preference-loaders';
import { loadPrivacyPage } from '@/features/privacy/policy-loaders';
import { pageTexts } from '@/texts/page-texts';
import { Document } from '../_legal/document';
import { publicMetadata } from '../_site/page-metadata';
import { Contact } from './_sections/contact';
import { Everything } from './_sections/everything';
import { HowLong } from './_sections/how-long';
import { Photos } from './_sections/photos';
import { Recipients } from './_sections/recipients';
import { Rights } from './_sections/rights';
import { Rest } from './_sections/the-rest';

export const generateMetadata = publicMetadata({ path: '/privacy', name: 'privacy' });

export default async function PrivacyPage() {
  const texts = await pageTexts();
  const { t } = texts;
  const { operator, consent, photoProcessors, otherProcessors, signInServices, keepsFiles, kept } =
    loadPrivacyPage(texts);
  return (
    <Document
      title={t('site.privacy.heading')}
      lead={t('site.privacy.lead')}
      updated="2026-11-28"
      parts={[
        { id: 'photos', title: t('site.privacy.parts.photos'), body: <Photos consent={consent} /> },
        { id: 'how-long', title: t('site.privacy.parts.howLong'), body: <HowLong /> },
        {
          id: 'recipients',
          title: t('site.privacy.parts.recipients'),
          body: (
            <Recipients
              photos={photoProcessors}
              others={otherProcessors}
              signIn={signInServices}
              keepsFiles={keepsFiles}
            />
          ),
        },
        {
          id: 'rest',
          title: t('site.privacy.parts.rest'),
          body: <Rest chat={loadChatPrivacy(texts)} push={loadPushKey() !== null} />,
        },
        { id: 'rights', title: t('site.privacy.parts.rights'), body: <Rights operator={operator} /> },
        { id: 'everything', title: t('site.privacy.parts.everything'), body: <Everything kept={kept} /> },
        { id: 'contact', title: t('site.privacy.parts.contact'), body: <Contact operator={operator} /> },
      ]}
    />
  );
}
