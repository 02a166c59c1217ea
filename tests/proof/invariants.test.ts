/** docs/ledger.md names every account, every kind of move and every rule that the nightly check holds the books to. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACCOUNT_KINDS, TRANSFER_KINDS } from '@/db/schema/credits';
import { BILLING_CHECKS } from '@/features/billing/reconcile/billing-checks';
import { LEDGER_CHECKS } from '@/features/credits/verify-checks';
import { HOLD_CHECKS } from '@/features/generation/hold-checks';
import { PROMISE_CHECKS } from '@/features/organizations/promise-checks';

const DOC = readFileSync('docs/ledger.md', 'utf8');
const CHECKS = [...LEDGER_CHECKS, ...BILLING_CHECKS, ...HOLD_CHECKS, ...PROMISE_CHECKS];

/** First cells of the table under this heading. */
function rowsUnder(heading: string): string[] {
  const section = DOC.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe('docs/ledger.md', () => {
  test('every account', () => {
    expect(rowsUnder('Accounts').sort()).toEqual([...ACCOUNT_KINDS].sort());
  });
  test('every kind of move', () => {
    expect(rowsUnder('Kinds of moves').sort()).toEqual([...TRANSFER_KINDS].sort());
  });
  test('every invariant, in the words of its check', () => {
    expect(rowsUnder('Invariants').sort()).toEqual(CHECKS.map(({ name }) => name).sort());
    for (const { name, rule } of CHECKS) expect(DOC).toContain(`| \`${name}\` | ${rule} |`);
  });
});
