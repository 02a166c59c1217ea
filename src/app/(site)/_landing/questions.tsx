import { Plus } from 'lucide-react';
import { SELFIE_DAYS } from '@/features/privacy/keep-rules';

const QUESTIONS = [
  {
    question: 'Will it look like me?',
    answer:
      'Each picture is measured against your selfies and gets a likeness from 0 to 100. Below 40 it does not count as you: not shown as a result, not charged.',
  },
  {
    question: 'Which photos do I need?',
    answer:
      'Six to fourteen of you alone, with your shoulders in the frame: from the front and from both sides, in daylight, before more than one background. Each one is checked as it arrives, and says how to take it better.',
  },
  {
    question: 'Who sees my selfies?',
    answer: `Only you. Your admins do not, and our staff does not. They are deleted ${SELFIE_DAYS} days after the last upload, or as soon as you say so.`,
  },
  {
    question: 'What does my team see?',
    answer:
      'How far everybody is. Your selfies and your pictures stay yours: only you see and download them.',
  },
  {
    question: 'What happens to credits when something fails?',
    answer:
      'Credits are held while pictures are made, not spent. What was accepted is charged when all are done; the rest is back in your wallet in the same moment, without asking.',
  },
  {
    question: 'Do credits expire?',
    answer:
      'No. There is no charge for seats either: a team of 5 and a team of 500 pay the same for a picture.',
  },
] as const;

export function Questions() {
  return (
    <section id="questions" aria-labelledby="questions-title" className="border-t py-16 sm:py-[104px]">
      <div className="wrap grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_680px]">
        <h2 id="questions-title" className="display-40">
          Questions
        </h2>
        <div className="border-ink border-t">
          {QUESTIONS.map(({ question, answer }) => (
            <details key={question} className="group border-b">
              <summary className="flex min-h-14 list-none items-center justify-between gap-4 py-3 font-medium text-16 [&::-webkit-details-marker]:hidden">
                {question}
                <Plus
                  className="size-5 text-ink-2 transition-transform group-open:rotate-45"
                  aria-hidden="true"
                />
              </summary>
              <p className="pr-8 pb-5 text-16 text-ink-2">{answer}</p>
            </details>
          ))}
        </div>
      </div>
    </section>
  );
}
