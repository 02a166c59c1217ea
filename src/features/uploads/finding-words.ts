/** What a problem says to whoever reads it. Stored is the problem alone: it outlives the language it was found in. */
import type { Texts } from '@/texts/make-texts';
import { FACE_CHECKS, type FaceCheck, type Unit } from './face-checks';
import type { Finding, Problem } from './photo-types';

/** Photos from before there were languages were stored with their English words: those have no kind. */
export function findingOf(stored: Problem | Finding, texts: Texts): Finding {
  if (!('kind' in stored)) return stored;
  const { check, kind, level, value } = stored;
  const values = { count: value };
  return {
    check,
    level,
    value,
    label: texts.t(`uploads.finding.${kind}.label`, values),
    message: texts.t(`uploads.finding.${kind}.message`, values),
    detail: detailOf(stored, texts),
  };
}

function detailOf(problem: Problem, texts: Texts): string {
  const { kind, value, limit = 0 } = problem;
  const { t } = texts;
  switch (kind) {
    case 'noFace':
    case 'faces':
    case 'sunglasses':
    case 'copy':
    case 'unreadable':
      return t(`uploads.finding.${kind}.detail`);
    case 'nearCopy':
      return t('uploads.finding.nearCopy.detail', { value, limit });
    case 'stranger':
    case 'unlike':
      return t(`uploads.finding.${kind}.detail`, {
        value: hundred(Math.max(0, value)),
        limit: hundred(limit),
      });
    default:
      return measured(kind, problem, texts);
  }
}

type Kind = Exclude<
  Problem['kind'],
  'noFace' | 'faces' | 'sunglasses' | 'copy' | 'unreadable' | 'nearCopy' | 'stranger' | 'unlike'
>;

/** The number of the face against its limit. */
function measured(kind: Kind, { level, value, limit = 0 }: Problem, texts: Texts): string {
  const { unit, fine } = checkOf(kind);
  return texts.t(`uploads.measured.${level}${fine === 'above' ? 'Above' : 'Below'}`, {
    name: texts.t(`uploads.finding.${kind}.number`),
    value: written(kind === 'pitched' ? Math.ceil(value) : value, unit, texts),
    limit: written(limit, unit, texts),
  });
}

function checkOf(kind: Kind): FaceCheck {
  const check = FACE_CHECKS.find((one) => one.kind === kind);
  if (!check) throw new Error(`No check finds ${kind}.`);
  return check;
}

function written(value: number, unit: Unit, { locale }: Texts): string {
  switch (unit) {
    case 'pixels':
      return `${Math.round(value)} px`;
    case 'whole':
      return String(Math.round(value));
    case 'degrees':
      return `${Math.round(value)}°`;
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent' }).format(value);
    case 'hundredths': {
      const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
      // ".19", as an instrument shows it.
      return new Intl.NumberFormat(locale, digits).format(value).replace(/^0\./, '.');
    }
  }
}

function hundred(value: number): string {
  return String(Math.round(value * 100));
}
