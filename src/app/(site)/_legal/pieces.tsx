import type { ReactNode } from 'react';

/** Paragraphs of plain text. */
export function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>);
}

/** A name and what is said of it, line by line. */
export function Facts({ facts }: { facts: readonly { name: ReactNode; text: ReactNode }[] }) {
  return (
    <dl className="border-ink border-t [&>:last-child]:border-b-0">
      {facts.map(({ name, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <div key={at} className="grid gap-x-6 gap-y-1 border-b py-3.5 sm:grid-cols-[13rem_1fr]">
          <dt className="font-medium">{name}</dt>
          <dd className="text-ink-2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sentences that stand for themselves. */
export function Points({ points }: { points: readonly ReactNode[] }) {
  return (
    <ul className="grid list-disc gap-2 pl-5 marker:text-ink-3">
      {points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={at}>{point}</li>
      ))}
    </ul>
  );
}

export function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="link break-words">
      {address}
    </a>
  );
}
