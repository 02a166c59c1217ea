import { Fingerprint } from 'lucide-react';
import { AuthFoot, AuthHead, OrDivider } from '@/components/shell/auth-shell';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
export default function P() {
  async function send() {
    'use server';
    await new Promise((r) => setTimeout(r, 1500));
  }
  return (
    <>
      <AuthHead title="Sign in">Your pictures are where you left them.</AuthHead>
      <form action={send} className="grid gap-4">
        <TextField label="E-mail" name="email" type="email" defaultValue="nora@acme.example" />
        <TextField
          label="Password"
          name="password"
          type="password"
          defaultValue="correcthorse"
          action={
            <a href="/x" className="link">
              Forgot it?
            </a>
          }
        />
        <SubmitButton size="big" className="mt-2">
          Sign in
        </SubmitButton>
        <OrDivider />
        <Button>
          <Fingerprint className="size-5" />
          Use a passkey
        </Button>
      </form>
      <AuthFoot>
        New here?{' '}
        <a className="link" href="/sign-up">
          Start a team
        </a>
      </AuthFoot>
    </>
  );
}
