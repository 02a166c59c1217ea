/** What every mail shares: the wordmark, quiet colours that survive dark mode, one action, a line on why it came. */
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';
import type { Texts } from '@/texts/make-texts';

/** What a mail says, and the texts of the language it is written in. */
export type Written<P> = P & { texts: Texts };

/** For readers that ask for dark; the inline colours are what all others show. */
const DARK = `
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background-color: #171310 !important }
    .card { background-color: #211c18 !important; border-color: #3d3731 !important }
    .ink { color: #f2efe9 !important }
    .ink-2 { color: #cfc9c1 !important }
    .ink-3 { color: #a59d94 !important }
    .line { border-color: #3d3731 !important }
    a:not(.action) { color: #8fb6f0 !important }
  }
`;

const FONT = '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

type Props = {
  texts: Texts;
  preview: string;
  heading: string;
  children: ReactNode;
  action?: { label: string; url: string };
  /** Why this person got the mail. */
  reason: string;
  /** Where mails of this kind are switched off; left out where they are a duty. */
  unsubscribeUrl?: string | undefined;
};

export function MailLayout({ texts, preview, heading, children, action, reason, unsubscribeUrl }: Props) {
  return (
    <Html lang={texts.language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="page"
        style={{ backgroundColor: '#fbfaf7', fontFamily: FONT, margin: 0, padding: '32px 16px' }}
      >
        <Container style={{ maxWidth: 520, margin: '0 auto' }}>
          <Text
            className="ink"
            style={{
              fontSize: 18,
              fontWeight: 600,
              letterSpacing: '-0.02em',
              color: '#1c1714',
              margin: '0 0 24px',
            }}
          >
            headcraft
          </Text>
          <Section
            className="card"
            style={{ backgroundColor: '#ffffff', border: '1px solid #e6e3de', borderRadius: 10, padding: 28 }}
          >
            <Heading
              as="h1"
              className="ink"
              style={{
                fontSize: 22,
                lineHeight: '28px',
                fontWeight: 600,
                color: '#1c1714',
                margin: '0 0 12px',
              }}
            >
              {heading}
            </Heading>
            {children}
            {action ? (
              <Button
                href={action.url}
                className="action"
                style={{
                  backgroundColor: '#db640e',
                  color: '#1a1310',
                  borderRadius: 8,
                  padding: '12px 20px',
                  fontSize: 15,
                  fontWeight: 600,
                  marginTop: 12,
                }}
              >
                {action.label}
              </Button>
            ) : null}
          </Section>
          <Hr className="line" style={{ borderColor: '#e6e3de', margin: '24px 0 12px' }} />
          <Text className="ink-3" style={{ fontSize: 12, lineHeight: '18px', color: '#6b645e', margin: 0 }}>
            {reason}
            {unsubscribeUrl ? (
              <>
                {' '}
                <Link
                  className="ink-3"
                  href={unsubscribeUrl}
                  style={{ color: '#6b645e', textDecoration: 'underline' }}
                >
                  {texts.t('emails.stop')}
                </Link>
              </>
            ) : null}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text
      className="ink-2"
      style={{ fontSize: 15, lineHeight: '24px', color: '#3b3530', margin: '0 0 12px' }}
    >
      {children}
    </Text>
  );
}
