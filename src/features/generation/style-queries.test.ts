import { existsSync } from 'node:fs';
import path from 'node:path';
import { and, asc, eq, sql, TransactionRollbackError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { generation, style, styleVersion } from '@/db/schema/generation';
import { PREMIUM_CREDITS } from '@/features/billing/price-list';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { STYLE_SEEDS } from '../../../tests/support/style-seeds';
import { styleContentSchema } from './catalogue/input';
import { getLook, listMyStyles, listStyles } from './style-queries';
import { STYLE_CATEGORIES } from './styles';

const db = await testDatabase();

test('my styles are those of my own headshots that are still there, nobody else’s', async () => {
  const team = await makeTeam(db);
  const set = await readyTeam(team, 10);
  await startFor(team.member, set, { style: 'corporate', variations: 1 });
  const deleted = await startFor(team.member, set, { style: 'linkedin', variations: 1 });
  await db.update(generation).set({ deletedAt: new Date() }).where(eq(generation.id, deleted.id));
  expect(await listMyStyles(team.member.ctx)).toEqual([{ id: 'corporate', name: 'Corporate' }]);
  expect(await listMyStyles(team.owner.ctx)).toEqual([]);
});

test('our own words about a style are in the reader’s language, what staff wrote stays as they wrote it', async () => {
  const english = await listStyles(db, textsIn('en'));
  const german = await listStyles(db, textsIn('de'));
  expect(german.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
  const same = german.filter(({ description }, at) => description === english[at]?.description);
  expect(same).toEqual([]);
  const written = 'Grey, and a little different from before.';
  await db
    .transaction(async (tx) => {
      await tx.update(style).set({ description: written }).where(eq(style.id, 'corporate'));
      expect((await listStyles(tx, textsIn('de')))[0]?.description).toBe(written);
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
});

test('twelve styles in five categories, each of them what a style can say', async () => {
  const rows = await db.select().from(style).orderBy(asc(style.position));
  const placed = STYLE_CATEGORIES.map((one) =>
    rows.flatMap(({ id, category }) => (category === one ? [id] : [])),
  );
  expect(placed).toEqual([
    ['corporate', 'linkedin', 'casual-professional'],
    ['creative', 'tech'],
    ['actor', 'model'],
    ['medical', 'legal'],
    ['executive', 'editorial', 'cinematic'],
  ]);
  for (const { id, version, ...content } of rows) {
    expect(styleContentSchema.safeParse(content).error, id).toBeUndefined();
    expect(existsSync(path.join('public', content.example)), content.example).toBe(true);
    expect(content.premium, id).toBe(['Entertainment', 'Premium'].includes(content.category));
  }
});

test('every style that is seeded can be drawn as its first version, and only premium ones cost more', async () => {
  const rows = await db.select().from(style).orderBy(asc(style.position));
  expect(rows.map(({ id }) => id)).toEqual(STYLE_SEEDS.map(({ id }) => id));
  for (const { id, version, premium, surcharge } of rows) {
    expect(version).toBe(1);
    expect(surcharge).toBe(premium ? PREMIUM_CREDITS : 0);
    const look = await getLook(db, id, version);
    expect(look.recipe).toEqual(STYLE_SEEDS.find((seed) => seed.id === id)?.recipe);
    expect(look.prompt).not.toBeNull();
  }
});

/** A style of this test alone, as a list of the product's names it. */
const seedOf = (id: string, description: string) => ({
  id,
  name: 'Test',
  category: 'Business',
  description,
  studio_recipe: STYLE_SEEDS[0]?.recipe,
  prompt: null,
  negative_prompt: null,
  engine: null,
  example: '/examples/corporate.webp',
  premium: false,
  surcharge: 0,
  active: false,
  position: 99,
});
const seed = (id: string, description: string) =>
  db.execute(sql`select style_seed(${JSON.stringify([seedOf(id, description)])}::jsonb)`);
const versionsOf = (id: string) =>
  db
    .select({
      version: styleVersion.version,
      author: styleVersion.author,
      description: styleVersion.description,
    })
    .from(styleVersion)
    .where(eq(styleVersion.styleId, id))
    .orderBy(asc(styleVersion.version));
const descriptionOf = async (id: string) => {
  const [row] = await db.select({ is: style.description }).from(style).where(eq(style.id, id));
  return row?.is;
};

test('a newer list of the product is a new version; the same list again changes nothing', async () => {
  const id = newId('request');
  for (const description of ['one', 'one', 'two', 'two']) await seed(id, description);
  expect(await versionsOf(id)).toEqual([
    { version: 1, author: 'product', description: 'one' },
    { version: 2, author: 'product', description: 'two' },
  ]);
  expect(await descriptionOf(id)).toBe('two');
});

test('what staff wrote survives a newer list', async () => {
  const id = newId('request');
  await seed(id, 'one');
  await db.update(style).set({ version: 2, description: 'by staff' }).where(eq(style.id, id));
  await db.execute(sql`select style_keep_version(${id}, 'staff:usr_test', 'A better text.')`);
  await seed(id, 'two');
  expect(await descriptionOf(id)).toBe('by staff');
  expect(await versionsOf(id)).toHaveLength(2);
});

test('a style from before versions keeps its text, gets its recipe, and is left alone from then on', async () => {
  const id = newId('request');
  const { studio_recipe, negative_prompt, ...old } = seedOf(id, 'old');
  await db.insert(style).values({ ...old, studioRecipe: 'corporate' });
  await seed(id, 'one');
  await seed(id, 'two');
  expect(await versionsOf(id)).toEqual([{ version: 1, author: 'before versions', description: 'old' }]);
  expect((await getLook(db, id, 1)).recipe).toEqual(studio_recipe);
});

test('versions are never changed', async () => {
  const first = and(eq(styleVersion.styleId, 'corporate'), eq(styleVersion.version, 1));
  await expect(db.update(styleVersion).set({ name: 'x' }).where(first)).rejects.toThrow();
  await expect(db.delete(styleVersion).where(first)).rejects.toThrow();
});
