import { Plus } from 'lucide-react';
import { useTexts } from '#use-texts';
import type { Question } from './question-texts';

export function Questions({ questions }: { questions: readonly Question[] }) {
  const { t } = useTexts();
  return (
    <section id="questions" aria-labelledby="questions-title" className="border-t py-16 sm:py-[104px]">
      <div className="wrap grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_680px]">
        <h2 id="questions-title" className="display-40">
          {t('site.questions.title')}
        </h2>
        <div className="border-ink border-t">
          {questions.map(({ question, answer }) => (
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
