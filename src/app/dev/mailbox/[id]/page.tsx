import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { loadMail } from '@/features/notifications/mailbox-loaders';

export const metadata: Metadata = { title: 'Mail' };

type Props = { params: Promise<{ id: string }> };

export default async function MailPage({ params }: Props) {
  const mail = await loadMail(params);
  return (
    <>
      <PageHead
        title={mail.subject}
        crumbs={[{ label: 'Mailbox', href: '/dev/mailbox' }, { label: 'Mail' }]}
        actions={mail.links.map((link, index) => (
          <ButtonLink
            key={link.href}
            href={link.href}
            variant={index === 0 ? 'key' : 'default'}
            prefetch={false}
          >
            {link.label}
          </ButtonLink>
        ))}
      >
        To {mail.to}, <Time value={mail.createdAt} />
      </PageHead>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <CardHead title="As sent" />
          {/* The sandbox keeps a mail's content from doing anything; its links are the buttons above. */}
          <iframe
            title="The mail"
            sandbox=""
            srcDoc={mail.html}
            className="h-[34rem] w-full rounded-b-card bg-white"
          />
        </Card>
        <Card>
          <CardHead title="As plain text" />
          <CardBody>
            <pre className="whitespace-pre-wrap break-words font-sans">{mail.text}</pre>
          </CardBody>
        </Card>
      </div>
    </>
  );
}
