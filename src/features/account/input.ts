/** What the account forms send; better-auth checks again with the same limits. */
import { z } from 'zod';
import { emailInput, personName } from '@/lib/person-input';
import { SOCIAL_PROVIDERS } from '@/lib/social';
import { LANGUAGES } from '@/texts/languages';
import { textKey } from '@/texts/message-key';

const newPasswordInput = z
  .string({ error: textKey('errors.password.choose') })
  .min(10, textKey('errors.password.short'))
  .max(128, textKey('errors.password.long'));

export const signUpInput = z.object({ name: personName, email: emailInput, password: newPasswordInput });
export const signInInput = z.object({
  email: emailInput,
  password: z
    .string({ error: textKey('errors.password.missing') })
    .min(1, textKey('errors.password.missing'))
    .max(128),
});
export const emailFormInput = z.object({ email: emailInput });
export const tokenInput = z.object({ token: z.string().min(1).max(1000) });
export const resetPasswordInput = tokenInput.extend({ password: newPasswordInput });
export const profileInput = z.object({ name: personName, language: z.enum(LANGUAGES) });
export const setPasswordInput = z.object({ password: newPasswordInput });
export const changePasswordInput = setPasswordInput.extend({
  currentPassword: z.string().min(1, textKey('errors.password.current')).max(128),
});
export const sessionInput = z.object({ sessionId: z.string().min(1).max(100) });
const code = z
  .string({ error: textKey('errors.code.missing') })
  .trim()
  .min(6, textKey('errors.code.missing'))
  .max(20);
export const codeInput = z.object({ code });
export const signInCodeInput = codeInput.extend({ trustDevice: z.literal('on').optional() });
export const startTwoStepInput = z.object({ password: z.string().max(128).optional() });
export const proofInput = z.object({
  proof: z
    .string({ error: textKey('errors.proof.missing') })
    .min(1, textKey('errors.proof.missing'))
    .max(128),
});
export const passkeyInput = z.object({ id: z.string().min(1).max(100) });
export const passkeyNameInput = passkeyInput.extend({
  name: z
    .string({ error: textKey('errors.passkeyName.missing') })
    .trim()
    .min(1, textKey('errors.passkeyName.missing'))
    .max(60, textKey('errors.passkeyName.long')),
});
export const socialInput = z.object({ provider: z.enum(SOCIAL_PROVIDERS) });
export const pictureInput = z.object({ pictureId: z.string().min(1).max(100) });
