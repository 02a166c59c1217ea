import { z } from 'zod';
import { MAX_SURCHARGE, PREMIUM_CREDITS } from '@/features/billing/price-list';
import { say } from '@/texts/current-texts';
import { studioRecipeSchema } from '@/vision/studio/recipe';
import { STYLE_CATEGORIES } from '../styles';

const sentence = z.string().trim().min(10).max(500);

export const stylePromptSchema = z.strictObject({
  framing: sentence,
  wardrobe: sentence,
  background: sentence,
  light: sentence,
  lens: sentence,
  expression: sentence,
});

/** All of a style that staff can change. */
const content = z.strictObject({
  name: z.string().trim().min(2).max(40),
  category: z.enum(STYLE_CATEGORIES),
  description: z.string().trim().min(10).max(200),
  studioRecipe: studioRecipeSchema,
  prompt: stylePromptSchema.nullable(),
  negativePrompt: z.string().trim().min(3).max(500).nullable(),
  engine: z.enum(['studio', 'openai', 'replicate']).nullable(),
  example: z.string().regex(/^\/examples\/[\w-]+\.webp$/, {
    error: () => say('generation.input.example'),
  }),
  premium: z.boolean(),
  surcharge: z.number().int().min(0).max(MAX_SURCHARGE),
  active: z.boolean(),
  position: z.number().int().min(1).max(999),
});

/** A style as a whole. The price list sells core styles without a surcharge and says what premium ones add at least. */
export const styleContentSchema = content.superRefine(({ premium, surcharge }, context) => {
  const fits = premium ? surcharge >= PREMIUM_CREDITS : surcharge === 0;
  if (fits) return;
  const message = premium
    ? say('generation.refused.catalogue.premiumPrice', { least: PREMIUM_CREDITS, most: MAX_SURCHARGE })
    : say('generation.refused.catalogue.corePrice');
  context.addIssue({ code: 'custom', path: ['surcharge'], message });
});

export type StyleContent = z.infer<typeof content>;

export const editStyleInput = z.strictObject({ id: z.string(), changes: content.partial() });
export const setStyleActiveInput = z.strictObject({ id: z.string(), active: z.boolean() });
export const moveStyleInput = z.strictObject({ id: z.string(), position: content.shape.position });
export const setSurchargeInput = z.strictObject({ id: z.string(), surcharge: content.shape.surcharge });
export const revertStyleInput = z.strictObject({ id: z.string(), to: z.number().int().min(1) });
