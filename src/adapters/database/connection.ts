/** What the three database drivers have in common for the rest of the product. */
import type { Db } from '@/db/types';

export type Connection = {
  readonly kind: 'pglite' | 'pg' | 'neon';
  readonly db: Db;
  /** Runs a text of many statements without parameters, outside any transaction; answers the last rows. */
  exec(text: string): Promise<{ rows: unknown[] }>;
  /** Brings the schema up to date, or makes sure that its owner has. Safe to run from several processes at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
};
