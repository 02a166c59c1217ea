'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from '@/components/ui/button';

/** The button that sends its form. While the action runs it is disabled, so a form cannot be sent twice. */
export function SubmitButton({ variant = 'key', pending, ...rest }: ButtonProps) {
  const status = useFormStatus();
  return <Button type="submit" variant={variant} pending={pending || status.pending} {...rest} />;
}
