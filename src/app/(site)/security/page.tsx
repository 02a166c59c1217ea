import { loadSecurityContact } from '@/features/privacy/policy-loaders';
import { Document } from '../_legal/document';
import { Points } from '../_legal/pieces';
import { publicMetadata } from '../_site/page-metadata';
import { NOT_YET, REPORT, SECURITY } from './_texts';

export const metadata = publicMetadata({
  path: '/security',
  title: 'Security',
  description:
    'How headcraft guards faces, accounts and credits: what is really done, what is not, and where to report a hole.',
});

export default function SecurityPage() {
  const contact = loadSecurityContact();
  return (
    <Document
      title="Security, as it is"
      lead="Faces and money are what we hold. This is what guards them today, line by line, and what is missing."
      updated="28 November 2026"
      parts={[
        ...SECURITY.map(({ id, title, points }) => ({ id, title, body: <Points points={points} /> })),
        { id: 'not-yet', title: 'What there is not', body: <Points points={NOT_YET} /> },
        {
          id: 'report',
          title: 'You found a hole',
          body: (
            <>
              <p>{REPORT}</p>
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
