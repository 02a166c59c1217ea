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

export const metadata = publicMetadata({
  path: '/privacy',
  title: 'Privacy',
  description:
    'What headcraft keeps of your face, who receives it, and the day it is deleted. In plain words, from the tables the code goes by.',
});

export default async function PrivacyPage() {
  const { operator, consent, photoProcessors, otherProcessors, kept } = loadPrivacyPage(await pageTexts());
  return (
    <Document
      title="Privacy, in plain words"
      lead="What we keep of you, who receives it, and when it goes. The days and the companies on this page are read from the settings and tables that the product itself goes by."
      updated="28 November 2026"
      parts={[
        { id: 'photos', title: 'Your photos and your face', body: <Photos consent={consent} /> },
        { id: 'how-long', title: 'How long things are kept', body: <HowLong /> },
        {
          id: 'recipients',
          title: 'Who receives something',
          body: <Recipients photos={photoProcessors} others={otherProcessors} />,
        },
        {
          id: 'rest',
          title: 'Everything else about you',
          body: <Rest chat={loadChatPrivacy(await pageTexts())} push={loadPushKey() !== null} />,
        },
        { id: 'rights', title: 'What you can do', body: <Rights operator={operator} /> },
        { id: 'everything', title: 'The whole list', body: <Everything kept={kept} /> },
        { id: 'contact', title: 'Who is responsible', body: <Contact operator={operator} /> },
      ]}
    />
  );
}
