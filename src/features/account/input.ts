/** What the account forms send; better-auth checks again with the same limits. */
import { z } from 'zod';
import { emailInput, personName } from '@/lib/person-input';

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
export const nameFormInput = z.object({ name: personName });
export const setPasswordInput = z.object({ password: newPasswordInput });
export const changePasswordInput = setPasswordInput.extend({
  currentPassword: z.string().min(1, 'Enter your current password.').max(128),
});
export const sessionInput = z.object({ sessionId: z.string().min(1).max(100) });
