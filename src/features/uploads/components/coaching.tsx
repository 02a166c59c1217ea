import { Check } from 'lucide-react';
import { SelfieExampleDrawing } from '@/components/brand/selfie-examples';
import { Chip } from '@/components/ui/badge';
import type { Advice, AdviceKey } from '../photo-types';

const HOW: Record<AdviceKey, string> = {
  front: 'Look straight into the camera, held at the height of your eyes.',
  left: 'Turn your head a little to your right. Both eyes stay in view.',
  right: 'Turn your head a little to your left. Both eyes stay in view.',
  smile: 'Smile as you would at a colleague you like.',
  backgrounds: 'Take some in another room, or at another wall.',
};

/** What makes the set better: ticked as the verdicts come in, and drawn while it is missing. Never a condition. */
export function Coaching({ advice }: { advice: readonly Advice[] }) {
  const met = advice.filter((one) => one.met);
  const missing = advice.filter((one) => !one.met);
  return (
    <div className="mt-3.5 mb-5 grid gap-3">
      {met.length > 0 && (
        <ul aria-label="What the set has" className="flex flex-wrap gap-2">
          {met.map(({ key, label }) => (
            <li key={key}>
              <Chip icon={<Check className="text-good" aria-hidden="true" />}>
                {label}
                <span className="sr-only">: there</span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <>
          <p className="text-12 text-ink-2">
            {met.length > 0 ? 'Still better with' : 'A good set has, besides what you like:'}
          </p>
          <ul
            aria-label="What would make the set better"
            className="grid grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] gap-x-5 gap-y-3 phone:grid-cols-1"
          >
            {missing.map(({ key, label }) => (
              <li key={key} className="flex items-center gap-3 text-ink-2">
                <SelfieExampleDrawing example={key} />
                <span className="min-w-0 text-12">
                  <span className="block font-medium text-14 text-ink">{label}</span>
                  {HOW[key]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
