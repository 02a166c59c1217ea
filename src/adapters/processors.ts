/** Which companies receive personal data with this configuration: the consent text names these and nobody else. */
import { env } from '@/env';
import { isLocalName } from '@/lib/local-host';
import type { Messages } from '@/texts/messages/english';
import { isNeonHost } from './database/connect';

export type Processor = {
  /** Part of the consent's version: a new processor asks everybody again. */
  id: string;
  name: string;
  /** What it receives and why: a text of `privacy.processor`. */
  does: keyof Messages['privacy']['processor'];
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
      does: 'files',
    });
  }
  if (bucketHost) {
    processors.push({
      id: `s3 ${bucketHost}`,
      name: bucketHost.endsWith('amazonaws.com') ? 'Amazon Web Services' : bucketHost,
      does: 'files',
    });
  }
  if (DATABASE_DRIVER === 'neon' || (DATABASE_URL && isNeonHost(DATABASE_URL))) {
    processors.push({
      id: 'neon',
      name: 'Neon',
      does: 'database',
    });
  }
  if (OPENAI_API_KEY) {
    processors.push({
      id: 'openai',
      name: 'OpenAI',
      does: 'describesAndDraws',
      draws: true,
    });
  }
  if (REPLICATE_API_TOKEN) {
    processors.push({
      id: 'replicate',
      name: 'Replicate',
      does: 'draws',
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
      does: 'payments',
    });
  }
  if (RESEND_API_KEY) {
    processors.push({ id: 'resend', name: 'Resend', does: 'mails' });
  } else if (SMTP_URL && !isLocalName(new URL(SMTP_URL).hostname)) {
    const { hostname } = new URL(SMTP_URL);
    processors.push({
      id: `smtp ${hostname}`,
      name: hostname,
      does: 'mails',
    });
  }
  return processors;
}

/** Null without a bucket, and when it is on our own machine. */
function bucketHostOf(s3: ReturnType<typeof env>['s3']): string | null {
  if (!s3) return null;
  const host = s3.endpoint ? new URL(s3.endpoint).hostname : 'amazonaws.com';
  return isLocalName(host) ? null : host;
}
