/** The catalogue for everyone: which styles can be had now, what they cost, and what the engine does with a photo. */

import { connection } from 'next/server';
import { database } from '@/adapters/database/client';
import { QUALITY_CREDITS } from '@/features/billing/price-list';
import { pageTexts } from '@/texts/page-texts';
import { getGenerationConfig } from './config';
import type { EngineView, StyleView } from './style-queries';

export type PublicStyle = Pick<
  StyleView,
  'id' | 'name' | 'category' | 'description' | 'example' | 'premium'
> & {
  /** Of one standard picture. */
  credits: number;
};

export type StylesPage = {
  /** In their order, by category. */
  styles: PublicStyle[];
  engine: EngineView;
};

export async function loadStylesPage(): Promise<StylesPage> {
  // Waits for a visitor: a build that opened the database would leave its lock to the first start.
  await connection();
  const { styles, engine } = await getGenerationConfig(await database(), await pageTexts());
  return {
    styles: styles.map(({ id, name, category, description, example, premium, surcharge }) => ({
      id,
      name,
      category,
      description,
      example,
      premium,
      credits: QUALITY_CREDITS.standard + surcharge,
    })),
    engine,
  };
}
