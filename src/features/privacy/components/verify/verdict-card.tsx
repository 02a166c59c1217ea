import { BadgeCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApertureSpinner } from '@/components/ui/aperture';
import type { Verification } from '../../provenance/verify-types';
import type { Check } from './use-check';

const KINDS = {
  finished: 'It is a real photo that the studio finished: cut out, lit and retouched. No face was drawn.',
  drawn: 'It was drawn anew by an AI engine from photos of the person.',
} as const;

const MATCHES = {
  file: 'These are the very bytes that left headcraft.',
  copy: 'The file itself is new to us: a copy in another size, format or compression. Small retouches can hide in a copy.',
} as const;

/** What the check says, or that it is under way. */
export function VerdictCard({ check }: { check: Exclude<Check, { state: 'idle' }> }) {
  if (check.state === 'checking')
    return (
      <Card icon={<ApertureSpinner className="size-6" />} title="Checking">
        <p className="break-words text-ink-2">{check.name}</p>
      </Card>
    );
  if (check.state === 'failed')
    return (
      <Card icon={<TriangleAlert className="size-6 text-warn" strokeWidth={1.5} />} title="Not checked">
        <p className="text-ink-2">{check.message}</p>
      </Card>
    );
  return (
    <Card
      icon={<Sign verification={check.verification} />}
      title={check.verification.made ? 'Made by headcraft' : 'Not known to headcraft'}
      preview={check.preview}
    >
      {check.verification.made ? <Made {...check.verification} /> : <NotMade />}
    </Card>
  );
}

function Sign({ verification }: { verification: Verification }) {
  return verification.made ? (
    <BadgeCheck className="size-6 text-good" strokeWidth={1.5} />
  ) : (
    <CircleHelp className="size-6 text-ink-2" strokeWidth={1.5} />
  );
}

function Made({ madeOn, kind, match }: Extract<Verification, { made: true }>) {
  const day = new Date(`${madeOn}T12:00:00Z`).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <>
      <p>
        On {day}. {KINDS[kind]}
      </p>
      <p className="text-ink-2">{MATCHES[match]}</p>
    </>
  );
}

function NotMade() {
  return (
    <>
      <p>We do not know this picture. It may come from elsewhere.</p>
      <p className="text-ink-2">
        It may also have been deleted here, cropped or changed a lot: then we cannot tell any more.
      </p>
    </>
  );
}

type CardProps = { icon: ReactNode; title: string; preview?: string; children: ReactNode };

function Card({ icon, title, preview, children }: CardProps) {
  return (
    <section className="flex items-start gap-5 rounded-card border bg-card p-5 sm:p-6">
      {preview && (
        // biome-ignore lint/performance/noImgElement: a file of this browser, which no server can resize
        <img src={preview} alt="" className="h-30 w-24 shrink-0 rounded-picture object-cover" />
      )}
      <div className="grid min-w-0 gap-2">
        <div className="flex items-center gap-2">
          <span aria-hidden="true">{icon}</span>
          <h2 className="font-semibold text-20">{title}</h2>
        </div>
        {children}
      </div>
    </section>
  );
}
