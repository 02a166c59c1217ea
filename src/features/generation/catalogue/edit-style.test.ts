import { desc, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { staffCtx } from '@/auth/staff';
import type { Ctx } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { styleVersion } from '@/db/schema/generation';
import { selectRows } from '@/db/sql-rows';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
import { makeUser } from '../../../../tests/support/factories';
import { generationBench } from '../../../../tests/support/generation-bench';
import { directedEngine, startFor } from '../../../../tests/support/generations';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { recipeOf } from '../../../../tests/support/style-seeds';
import { estimateGeneration } from '../estimate';
import { runGeneration } from '../run-generation';
import { getLook, listStyles } from '../style-queries';
import { editStyle } from './edit-style';
import { moveStyle } from './move-style';
import { listCatalogue, listStyleVersions } from './queries';
import { revertStyle } from './revert-style';
import { setStyleActive } from './set-style-active';
import { setSurcharge } from './set-surcharge';

const bench = await generationBench();
const { db } = bench;
const STAFF = `staff-${newId('user').slice(-10)}@example.test`;
const REASON = 'The look is too dark on screens.';
const id = 'executive';
let ctx: Ctx;

beforeAll(async () => {
  await makeUser(db, STAFF);
  ctx = await staffCtx(db, [STAFF], { email: STAFF.toUpperCase(), reason: REASON });
});

const current = async () => (await listStyleVersions(db, id))[0];

test('an edit is a version and an audit event with its reason', async () => {
  const before = await current();
  const recipe = { ...recipeOf(id), key: 0.2 };
  const to = await editStyle(ctx, { id, changes: { name: 'Board', studioRecipe: recipe } });
  expect(to).toBe((before?.version ?? 0) + 1);
  expect(await current()).toMatchObject({ version: to, name: 'Board', reason: REASON });
  expect((await getLook(db, id, to)).recipe).toEqual(recipe);
  expect((await getLook(db, id, to - 1)).recipe).toEqual(recipeOf(id));
  const [event] = await db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.subjectId, id))
    .orderBy(desc(auditEvent.createdAt), desc(auditEvent.id))
    .limit(1);
  expect(event).toMatchObject({
    action: 'style.edit',
    organizationId: 'platform',
    data: { to, changed: expect.arrayContaining(['name', 'studioRecipe']), reason: REASON },
  });
});

test('nobody but staff: no owner, nobody unnamed, nobody unverified, nobody without a reason', async () => {
  const { owner } = bench.team;
  await expect(setSurcharge(owner.ctx, { id, surcharge: 2 })).rejects.toMatchObject({ code: 'forbidden' });
  const as = (email: string, named: string[], reason = REASON) => staffCtx(db, named, { email, reason });
  await expect(as(owner.email, [STAFF])).rejects.toMatchObject({ code: 'forbidden' });
  await expect(as('nobody@example.test', ['nobody@example.test'])).rejects.toMatchObject({
    code: 'forbidden',
  });
  await db.execute(sql`update "user" set email_verified = false where id = ${owner.userId}`);
  await expect(as(owner.email, [owner.email])).rejects.toMatchObject({ code: 'forbidden' });
  await expect(as(STAFF, [STAFF], ' ')).rejects.toThrow('Say in a sentence');
});

test('what no style can say is refused, and nothing is written', async () => {
  const before = await current();
  const edit = (changes: object) => editStyle(ctx, { id, changes });
  await expect(edit({ studioRecipe: { ...recipeOf(id), wrap: 7 } })).rejects.toThrow();
  await expect(edit({ category: 'Other' })).rejects.toThrow();
  await expect(edit({ nonsense: 1 })).rejects.toThrow();
  await expect(edit({ surcharge: 0 })).rejects.toThrow('adds 1 to 3');
  await expect(editStyle(ctx, { id: 'legal', changes: { surcharge: 1 } })).rejects.toThrow('adds nothing');
  await expect(edit({ active: true })).rejects.toMatchObject({ code: 'conflict' });
  await expect(editStyle(ctx, { id: 'none', changes: { active: false } })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(revertStyle(ctx, { id, to: 999 })).rejects.toMatchObject({ code: 'not_found' });
  expect(await current()).toEqual(before);
});

test('what waits is drawn and charged as it was started, what starts now as the style is now', async () => {
  const before = await current();
  const old = await startFor(bench.team.member, bench.set, { style: id, variations: 2 });
  expect(old).toMatchObject({ priceEach: 2, held: 4 });
  await setSurcharge(ctx, { id, surcharge: 3 });
  await editStyle(ctx, { id, changes: { studioRecipe: { ...recipeOf(id), key: 0.9 } } });
  const engine = directedEngine();
  await runGeneration(db, await bench.claimed(), { chain: [engine], shutdown: bench.never });
  expect(engine.requests.map(({ recipe }) => recipe)).toEqual(Array(2).fill(before?.studioRecipe));
  expect((await bench.read(old.id)).row).toMatchObject({ styleVersion: before?.version, charged: 4 });
  const next = await startFor(bench.team.member, bench.set, { style: id, variations: 1 });
  expect(next).toMatchObject({ priceEach: 4, held: 4 });
  expect(await bench.wallet()).toMatchObject({ held: 4 });
  expect((await bench.read(next.id)).row.styleVersion).toBe((await current())?.version);
  await expectLedgerClean(db, bench.team.orgId);
});

test('a price that changed after it was shown is refused, not held; another look at the same price is not', async () => {
  const shown = (await estimateGeneration(db, { style: id, aspect: '4:5', variations: 1 })).styleVersion;
  await editStyle(ctx, { id, changes: { description: 'Said in other words.' } });
  const start = (styleVersion: number, idempotencyKey = newId('request')) =>
    startFor(bench.team.member, bench.set, { style: id, variations: 1, styleVersion, idempotencyKey });
  const key = newId('request');
  const first = await start(shown, key);
  const held = (await bench.wallet())?.held ?? 0;
  await setSurcharge(ctx, { id, surcharge: 2 });
  await expect(start(shown)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'price_changed', surcharge: 2 },
  });
  await expect(start(9_999)).rejects.toMatchObject({ code: 'invalid' });
  expect(await bench.wallet()).toMatchObject({ held });
  // What was started already is answered, whatever it costs now.
  expect(await start(shown, key)).toMatchObject({ id: first.id, replayed: true });
  const now = (await listStyles(db, textsIn('en'))).find((style) => style.id === id);
  expect(await start(now?.version ?? 0)).toMatchObject({ priceEach: 3 });
});

test('order, offer and return: each a version, and the product’s next list leaves it alone', async () => {
  await moveStyle(ctx, { id, position: 40 });
  const premium = async () =>
    (await listStyles(db, textsIn('en'))).flatMap((one) => (one.category === 'Premium' ? [one.id] : []));
  expect(await premium()).toEqual(['editorial', 'cinematic', id]);
  await setStyleActive(ctx, { id, active: false });
  expect(await premium()).toEqual(['editorial', 'cinematic']);
  await expect(startFor(bench.team.member, bench.set, { style: id })).rejects.toMatchObject({
    code: 'invalid',
  });
  const [first] = (await listStyleVersions(db, id)).reverse();
  const to = await revertStyle(ctx, { id, to: 1 });
  const { version, author, reason, createdAt, ...content } = (await current()) ?? {};
  expect(first).toMatchObject({ ...content, version: 1, author: 'product' });
  expect(version).toBe(to);
  const list = JSON.stringify([{ ...(await seedOf()), description: 'What the product would say now.' }]);
  await db.execute(sql`select style_seed(${list}::jsonb)`);
  expect((await current())?.version).toBe(to);
});

/** The style's row as a list of the product's would name it. */
async function seedOf(): Promise<object> {
  const [row] = await selectRows<{ seed: object }>(
    db,
    sql`select to_jsonb(s) as seed from style s where id = ${id}`,
  );
  return row?.seed ?? {};
}

test('one core style always stays; edits at once count up one by one', async () => {
  const core = (await listCatalogue(db)).filter(({ active, premium }) => active && !premium);
  const ends = await Promise.allSettled(
    core.map((one) => setStyleActive(ctx, { id: one.id, active: false })),
  );
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  await Promise.all(
    ['legal', 'legal', 'legal'].map((one, at) => moveStyle(ctx, { id: one, position: 50 + at })),
  );
  const numbers = await db
    .select({ version: styleVersion.version })
    .from(styleVersion)
    .where(eq(styleVersion.styleId, 'legal'))
    .orderBy(styleVersion.version);
  expect(numbers.map(({ version }) => version)).toEqual(numbers.map((_, at) => at + 1));
});
