/** Which companies receive personal data with this configuration: the consent text names these and nobody else. */
import { env } from '@/env';
import { isLocalName } from '@/lib/local-host';
import { isNeonHost } from './database/connect';

export type Processor = {
  /** Part of the consent's version: a new processor asks everybody again. */
  id: string;
  name: string;
  /** What it receives and why, the end of a sentence that begins with the name. */
  does: string;
  /** Makes pictures from the photos, instead of our own server. */
  draws?: boolean;
};

export function configuredProcessors(): Processor[] {
  const { BLOB_READ_WRITE_TOKEN, DATABASE_URL, DATABASE_DRIVER, OPENAI_API_KEY, REPLICATE_API_TOKEN } = env();
  const bucketHost = bucketHostOf(env().s3);
  const processors: Processor[] = [];
  if (BLOB_READ_WRITE_TOKEN) {
    processors.push({
      id: 'vercel-blob',
      name: 'Vercel',
      does: 'stores your photos and pictures as private files',
    });
  }
  if (bucketHost) {
    processors.push({
      id: `s3 ${bucketHost}`,
      name: bucketHost.endsWith('amazonaws.com') ? 'Amazon Web Services' : bucketHost,
      does: 'stores your photos and pictures as private files',
    });
  }
  if (DATABASE_DRIVER === 'neon' || (DATABASE_URL && isNeonHost(DATABASE_URL))) {
    processors.push({
      id: 'neon',
      name: 'Neon',
      does: 'stores the database with your records and the encrypted face measurements',
    });
  }
  if (OPENAI_API_KEY) {
    processors.push({
      id: 'openai',
      name: 'OpenAI',
      does: 'receives smaller copies of your photos to describe hair, glasses and marks and to draw your pictures, under an identifier that does not name you',
      draws: true,
    });
  }
  if (REPLICATE_API_TOKEN) {
    processors.push({
      id: 'replicate',
      name: 'Replicate',
      does: 'receives smaller copies of your photos to draw your pictures, and deletes them when each picture is drawn',
      draws: true,
    });
  }
  return processors;
}

/** Who receives what people do besides photos, for the public page about privacy: payments and mails. None sees a face. */
export function otherProcessors(): Processor[] {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE, RESEND_API_KEY, SMTP_URL } = env();
  const processors: Processor[] = [];
  if (STRIPE_SECRET_KEY && !STRIPE_API_BASE) {
    processors.push({
      id: 'stripe',
      name: 'Stripe',
      does: 'takes payments: it gets the card, which we never see, your team’s name, the billing e-mail address and what stands on invoices',
    });
  }
  if (RESEND_API_KEY) {
    processors.push({ id: 'resend', name: 'Resend', does: `delivers our e-mails: ${MAIL_CONTENT}` });
  } else if (SMTP_URL && !isLocalName(new URL(SMTP_URL).hostname)) {
    const { hostname } = new URL(SMTP_URL);
    processors.push({
      id: `smtp ${hostname}`,
      name: hostname,
      does: `delivers our e-mails: ${MAIL_CONTENT}`,
    });
  }
  return processors;
}

const MAIL_CONTENT = 'it gets your address, your name and their text, never a picture';

/** Null without a bucket, and when it is on our own machine. */
function bucketHostOf(s3: ReturnType<typeof env>['s3']): string | null {
  if (!s3) return null;
  const host = s3.endpoint ? new URL(s3.endpoint).hostname : 'amazonaws.com';
  return isLocalName(host) ? null : host;
}
