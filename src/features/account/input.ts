/** What the account forms send; better-auth checks again with the same limits. */
import { z } from 'zod';
import { emailInput, personName } from '@/lib/person-input';
import { LANGUAGES } from '@/texts/languages';

const newPasswordInput = z
  .string({ error: 'Choose a password.' })
  .min(10, 'Use at least 10 characters.')
  .max(128, 'Use at most 128 characters.');

export const signUpInput = z.object({ name: personName, email: emailInput, password: newPasswordInput });
export const signInInput = z.object({
  email: emailInput,
  password: z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.').max(128),
});
export const emailFormInput = z.object({ email: emailInput });
export const tokenInput = z.object({ token: z.string().min(1).max(1000) });
export const resetPasswordInput = tokenInput.extend({ password: newPasswordInput });
export const profileInput = z.object({ name: personName, language: z.enum(LANGUAGES) });
export const setPasswordInput = z.object({ password: newPasswordInput });
export const changePasswordInput = setPasswordInput.extend({
  currentPassword: z.string().min(1, 'Enter your current password.').max(128),
});
export const sessionInput = z.object({ sessionId: z.string().min(1).max(100) });
const code = z.string({ error: 'Enter the code.' }).trim().min(6, 'Enter the code.').max(20);
export const codeInput = z.object({ code });
export const signInCodeInput = codeInput.extend({ trustDevice: z.literal('on').optional() });
export const startTwoStepInput = z.object({ password: z.string().max(128).optional() });
export const proofInput = z.object({
  proof: z.string({ error: 'Enter it to go on.' }).min(1, 'Enter it to go on.').max(128),
});
export const passkeyInput = z.object({ id: z.string().min(1).max(100) });
export const passkeyNameInput = passkeyInput.extend({
  name: z
    .string({ error: 'Give it a name.' })
    .trim()
    .min(1, 'Give it a name.')
    .max(60, 'At most 60 letters.'),
});
export const pictureInput = z.object({ pictureId: z.string().min(1).max(100) });
