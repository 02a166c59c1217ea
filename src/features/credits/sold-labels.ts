/** What was sold is kept in English, whoever bought; statement, mails and payments tell it in the language of who reads. */
import { DEFAULT_LANGUAGE } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';

/** A label as our rows keep it, told in the language of `texts`; what is none of ours stays as it is. */
export function tellLabel(kept: string, texts: Texts): string {
  if (texts.language === DEFAULT_LANGUAGE) return kept;
  const pack = /^(\w+) pack$/.exec(kept)?.[1];
  if (pack) return texts.t('billing.label.pack', { pack });
  const credits = /^Custom pack, ([\d,]+) credits?$/.exec(kept)?.[1];
  if (credits)
    return texts.t('billing.label.custom', { credits: texts.credits(Number(credits.replaceAll(',', ''))) });
  const [, upgrade, plan, month, twice] =
    /^(Upgrade to )?(\w+) plan(?:, (?:(\w+ \d{4})|(bought twice)))?$/.exec(kept) ?? [];
  if (!plan) return kept;
  if (twice) return texts.t('billing.label.twice', { plan });
  if (!month) return texts.t('billing.label.plan', { plan });
  const when = texts.month(new Date(`1 ${month} UTC`));
  return texts.t(upgrade ? 'billing.label.upgrade' : 'billing.label.planMonth', { plan, month: when });
}
