import { Section } from './section';

const MONEY = [
  'A credit is never lost or created: every balance is the sum of its transfers, always.',
  'Money in = credits in, exactly once, whatever Stripe re‑sends, re‑orders or delays.',
  'A failed, stuck, refused or unlike picture costs nothing, without anyone asking.',
];
const FACES = [
  'Nobody sees another organization’s data; only the member sees their selfies, not admins, not staff.',
  'What is deleted is gone, everywhere, with a receipt.',
  'Every AI picture says so, in its metadata, and can be verified.',
];
const CODE = [
  'It runs whole on a laptop, offline, with one command, and the same code runs on many machines.',
];
const MORE = [
  { href: '/privacy', label: 'What is kept, and how long' },
  { href: '/security', label: 'How it is guarded' },
  { href: '/verify', label: 'Verify a picture' },
] as const;

export function Promises() {
  return (
    <Section id="promises" title="Money and faces" aside="Seven promises. Each one is tested.">
      <div className="mt-8 grid gap-x-16 sm:mt-12 md:grid-cols-2">
        <div>
          <h3 className="border-ink border-b pb-3 font-semibold text-16 leading-6">Money</h3>
          <PromiseList promises={MONEY} start={1} />
        </div>
        <div className="max-md:mt-10">
          <h3 className="border-ink border-b pb-3 font-semibold text-16 leading-6">Faces</h3>
          <PromiseList promises={FACES} start={4} />
        </div>
        <div className="md:col-span-full">
          <PromiseList promises={CODE} start={7} />
        </div>
      </div>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {MORE.map(({ href, label }) => (
          <a key={href} href={href} className="link">
            {label}
          </a>
        ))}
      </p>
    </Section>
  );
}

function PromiseList({ promises, start }: { promises: readonly string[]; start: number }) {
  return (
    <ol start={start}>
      {promises.map((promise, index) => (
        <li key={promise} className="grid grid-cols-[32px_1fr] border-b py-[18px] text-16">
          <span aria-hidden="true" className="font-label text-ink-3">
            {start + index}
          </span>
          {promise}
        </li>
      ))}
    </ol>
  );
}
