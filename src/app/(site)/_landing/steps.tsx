import type { ReactNode } from 'react';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { EmptyFrame, PictureFrame } from '@/components/ui/picture-card';
import { Verdict } from '@/components/ui/verdict';
import { Section } from './section';

export function Steps() {
  return (
    <Section id="how" title="Three steps, about five minutes a person">
      <ol className="mt-8 grid gap-12 sm:mt-14 md:grid-cols-3 md:gap-6 lg:gap-10">
        <Step
          number={1}
          title="Buy once, hand out"
          text="An admin buys one pack for the team and gives credits to people. What is not used comes back."
        >
          <HandingOut />
        </Step>
        <Step
          number={2}
          title="Add 6–14 selfies"
          text="Each photo is checked as it arrives. A weak one says what is wrong and how to fix it."
        >
          <Checking />
        </Step>
        <Step
          number={3}
          title="Keep what looks like you"
          text="Every picture is scored against your selfies. Good ones are charged, the rest are released."
        >
          <Scoring />
        </Step>
      </ol>
    </Section>
  );
}

type StepProps = { number: number; title: string; text: string; children: ReactNode };

function Step({ number, title, text, children }: StepProps) {
  return (
    <li>
      <div className="mb-4 flex min-h-44 flex-col justify-between gap-4 rounded-card border bg-card p-5 sm:mb-6 md:h-56">
        {children}
      </div>
      <h3 className="mb-1.5 flex items-baseline gap-3 text-20">
        <span aria-hidden="true" className="text-ink-3">
          {number}
        </span>
        <span className="font-semibold">{title}</span>
      </h3>
      <p className="text-16 text-ink-2">{text}</p>
    </li>
  );
}

function HandingOut() {
  return (
    <KeyValueList className="-my-1.5 flex grow flex-col justify-between">
      <KeyValue name="Professional pack">
        <CreditAmount amount={150} />
      </KeyValue>
      <KeyValue name="6 people, 12 each">
        <CreditAmount amount={72} />
      </KeyValue>
      <KeyValue name="Set aside for 2 invitations">
        <CreditAmount amount={20} />
      </KeyValue>
      <KeyValue name="Pool after">
        <CreditAmount amount={58} />
      </KeyValue>
    </KeyValueList>
  );
}

function Checking() {
  return (
    <>
      <div className="grid grid-cols-4 gap-2">
        {[1, 2, 3, 4].map((selfie) => (
          <PictureFrame
            key={selfie}
            src={`/examples/fezbot-selfie-${selfie}.webp`}
            alt=""
            small
            className="rounded-control!"
          />
        ))}
      </div>
      <div>
        <div className="flex justify-between gap-2 border-b pb-2">
          <Verdict tone="good">7 good</Verdict>
          <span className="text-ink-2">8 of 6–14</span>
        </div>
        <Verdict tone="warn" className="pt-2">
          1 dark: turn toward the light
        </Verdict>
      </div>
    </>
  );
}

function Scoring() {
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        <PictureFrame src="/examples/fezbot-corporate-200.webp" alt="" small className="rounded-control!" />
        <PictureFrame src="/examples/fezbot-corporate-2-200.webp" alt="" small className="rounded-control!" />
        <EmptyFrame>Not like you</EmptyFrame>
      </div>
      <div className="grid grid-cols-3 items-center gap-3 text-12">
        <span className="flex items-center gap-2">
          <LikenessArc value={99} size={28} /> charged
        </span>
        <span className="flex items-center gap-2">
          <LikenessArc value={99} size={28} /> charged
        </span>
        <span className="text-center text-ink-2">not charged</span>
      </div>
    </>
  );
}
