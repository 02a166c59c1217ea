import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { BLOB_PREFIXES } from '@/adapters/blob/blob';
import { selectRows } from '@/db/sql-rows';
import { testDatabase } from '../../../tests/support/database';
import { BLOB_RULES, type DataRule, TABLE_RULES } from './data-map';

test('every table of the database has a rule, and every rule a table', async () => {
  const rows = await selectRows<{ name: string }>(
    await testDatabase(),
    sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const tables = rows.map(({ name }) => name);
  expect(tables.sort()).toEqual(Object.keys(TABLE_RULES).sort());
});

test('every blob prefix has a rule', () => {
  expect(Object.keys(BLOB_RULES).sort()).toEqual([...BLOB_PREFIXES].sort());
});

test('whatever is personal says what becomes of it with the account, and nothing else does', () => {
  const rules: [string, DataRule][] = Object.entries({ ...TABLE_RULES, ...BLOB_RULES });
  const wrong = rules.filter(([, { personal, atEnd }]) => personal !== (atEnd !== undefined));
  expect(wrong.map(([name]) => name)).toEqual([]);
});
