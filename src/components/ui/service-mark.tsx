import type { SocialProvider } from '@/lib/social';

/** The mark of a service that people sign in with, in its own colours, as its guidelines ask; decoration beside its name. */
export function ServiceMark({ of }: { of: SocialProvider }) {
  return (
    <svg viewBox="0 0 18 18" className="size-4 shrink-0" aria-hidden="true">
      {of === 'google' ? <Google /> : <Microsoft />}
    </svg>
  );
}

/** A ring in four colours, open to the right above a bar. */
function Google() {
  return (
    <g fill="none" strokeWidth="3.4">
      <path stroke="#ea4335" d="M14.16 4.16A7 7 0 0 0 2.94 5.5" />
      <path stroke="#fbbc05" d="M2.94 5.5a7 7 0 0 0 0 7" />
      <path stroke="#34a853" d="M2.94 12.5a7 7 0 0 0 10.56 1.86" />
      <path stroke="#4285f4" d="M13.5 14.36A7 7 0 0 0 16 9H9" />
    </g>
  );
}

function Microsoft() {
  return (
    <>
      <path fill="#f25022" d="M1 1h7.6v7.6H1z" />
      <path fill="#7fba00" d="M9.4 1H17v7.6H9.4z" />
      <path fill="#00a4ef" d="M1 9.4h7.6V17H1z" />
      <path fill="#ffb900" d="M9.4 9.4H17V17H9.4z" />
    </>
  );
}
