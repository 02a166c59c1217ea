/** Which companies receive personal data with this configuration: the consent text names these and nobody else. */
import { env } from '@/env';
import { isNeonHost } from './database/connect';

export type Processor = {
  /** Part of the consent's version: a new processor asks everybody again. */
  id: string;
  name: string;
  /** What it receives and why, the end of a sentence that begins with the name. */
  does: string;
};

export function configuredProcessors(): Processor[] {
  const { BLOB_READ_WRITE_TOKEN, DATABASE_URL, DATABASE_DRIVER } = env();
  const processors: Processor[] = [];
  if (BLOB_READ_WRITE_TOKEN) {
    processors.push({
      id: 'vercel-blob',
      name: 'Vercel',
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
  return processors;
}
