import type { Language } from '../../../kernel/context.ts';
import { normaliseIdentifier } from '../normaliseIdentifier.ts';
import { normaliseTag } from '../profile/tags.ts';
import { type TraitDefinition, type TraitValue, traitProblem } from '../profile/traitCatalogue.ts';
import { splitName } from '../splitName.ts';
import type { FaultRule, ImportField, ImportOptions, ReadRow, RowFault, RowFields } from './importTypes.ts';

const yes = new Set(['yes', 'y', 'true', '1', 'tak', 't', 'да', 'subscribed', 'granted', 'given', 'opted in']);
const no = new Set(['no', 'n', 'false', '0', 'nie', 'нет', 'unsubscribed', 'denied', 'withdrawn', 'opted out']);
const languages: Record<string, Language> = {
  en: 'en',
  english: 'en',
  angielski: 'en',
  английский: 'en',
  pl: 'pl',
  polish: 'pl',
  polski: 'pl',
  польский: 'pl',
  ru: 'ru',
  russian: 'ru',
  rosyjski: 'ru',
  русский: 'ru',
};

/**
 * A text as it was before a spreadsheet had it: without the apostrophe that keeps a cell text, and without the signs nobody
 * sees. What a spreadsheet would run is `formula`; a telephone that begins with a plus is none.
 */
function plain(cell: string): { text: string; isFormula: boolean } {
  const text = cell
    .normalize('NFC')
    .replace(/[\u200B-\u200D\uFEFF\u2060]/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/\0/g, '')
    .trim();
  const bare = text.startsWith("'") ? text.slice(1).trim() : text;
  return { text: bare, isFormula: /^[=@]/.test(bare) || /^[+-]\s*\p{L}/u.test(bare) };
}

/** `4.86E+10` is what a spreadsheet leaves of a telephone: the digits are gone, and guessing them would call a stranger. */
const isRounded = (text: string) => /^\+?\d+([.,]\d+)?e[+-]?\d+$/i.test(text);

/**
 * A row of the file as what it says of a person. A cell that cannot be used is left out and named; a row without any way to
 * know the person by is refused. Pure: the same row gives the same answer.
 */
export function readCells(
  cells: readonly string[],
  mapping: readonly (ImportField | null)[],
  context: { options: ImportOptions; traits: ReadonlyMap<string, TraitDefinition>; now: Date },
): ReadRow {
  const fields: RowFields = {};
  const faults: RowFault[] = [];
  const fault = (field: string, rule: FaultRule) => void faults.push({ field, rule });
  const contact = (kind: 'email' | 'phone' | 'loyalty', text: string) => {
    if (kind === 'phone' && isRounded(text)) return fault(kind, 'phone_rounded');
    // A number read as a decimal: 600123456.0
    const raw = kind === 'phone' ? text.replace(/^(\+?\d+)[.,]0$/, '$1') : text;
    const value = normaliseIdentifier(kind, raw, context.options.country);
    if (value === undefined) return fault(kind, `${kind}_invalid`);
    fields[kind] = value;
  };
  const name = (field: 'givenName' | 'familyName', text: string) => {
    if (text.length > 120) return fault(field === 'givenName' ? 'given_name' : 'family_name', 'too_long');
    fields[field] = text.replace(/\s+/g, ' ');
  };
  const consent = (channel: 'email' | 'sms', text: string) => {
    const word = text.toLowerCase().replaceAll('_', ' ');
    if (!yes.has(word) && !no.has(word)) return fault(`consent_${channel}`, 'consent_unclear');
    fields.consents = [...(fields.consents ?? []), { channel, isGiven: yes.has(word) }];
  };
  const read: Record<string, (text: string) => void> = {
    email: (text) => contact('email', text),
    phone: (text) => contact('phone', text),
    loyalty: (text) => contact('loyalty', text),
    given_name: (text) => name('givenName', text),
    family_name: (text) => name('familyName', text),
    full_name: (text) => {
      const split = splitName(text);
      if (fields.givenName === undefined) name('givenName', split.givenName);
      if (fields.familyName === undefined && split.familyName) name('familyName', split.familyName);
    },
    language: (text) => {
      const language = languages[text.toLowerCase().split(/[-_]/)[0] ?? ''];
      if (!language) return fault('language', 'language_unknown');
      fields.language = language;
    },
    tags: (text) => {
      const tags = [...new Set(text.split(/[;,|]/).flatMap((tag) => normaliseTag(tag) ?? []))];
      if (tags.length > 20) return fault('tags', 'too_long');
      if (tags.length > 0) fields.tags = tags;
    },
    consent_email: (text) => consent('email', text),
    consent_sms: (text) => consent('sms', text),
    consent_source: (text) => {
      fields.consentSource = text.slice(0, 120);
    },
    consent_at: (text) => {
      const at = readDay(text);
      if (!at || at > context.now || at.getUTCFullYear() < 1990) return fault('consent_at', 'consent_date_invalid');
      fields.consentAt = at.toISOString();
    },
  };
  // The whole name last: a column of its own knows better.
  const order = mapping
    .map((field, at) => ({ field, at }))
    .sort((a, b) => Number(a.field === 'full_name') - Number(b.field === 'full_name') || a.at - b.at);
  for (const { field, at } of order) {
    if (field === null) continue;
    const { text, isFormula } = plain(cells[at] ?? '');
    if (text === '') continue;
    if (isFormula) fault(field, 'formula');
    else if (field.startsWith('trait:')) {
      const value = traitOf(field.slice(6), text, context.traits);
      if (value === undefined) fault(field, 'trait_invalid');
      else fields.traits = { ...fields.traits, [field.slice(6)]: value };
    } else read[field]?.(text);
  }
  if (fields.consents?.some((one) => one.isGiven) && (!fields.consentSource || !fields.consentAt)) {
    // A yes that nobody can prove is none.
    fault('consent', 'consent_without_proof');
    fields.consents = fields.consents.filter((one) => !one.isGiven);
  }
  const isRefused = !fields.email && !fields.phone && !fields.loyalty;
  if (isRefused) fault('contact', 'no_contact');
  return { fields, faults, isRefused };
}

/** ISO first; 31.12.2025 and 31/12/2025 with the day first, as here. 03/04/2025 of an American file cannot be told apart. */
function readDay(text: string): Date | undefined {
  const day = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T](\d{1,2}):(\d{2}))?/.exec(text);
  if (day) {
    const [d, m, y, h, min] = day.slice(1).map((part) => Number(part ?? 0));
    const at = new Date(Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1, h ?? 0, min ?? 0));
    return at.getUTCMonth() === (m ?? 1) - 1 && at.getUTCDate() === d ? at : undefined;
  }
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text.replace(/^(\S+) (\d)/, '$1T$2'));
  return Number.isFinite(at.getTime()) && at.toISOString().slice(0, 4) === text.slice(0, 4) ? at : undefined;
}

function traitOf(name: string, text: string, traits: ReadonlyMap<string, TraitDefinition>): TraitValue | undefined {
  const definition = traits.get(name);
  if (!definition) return undefined;
  const word = text.toLowerCase();
  const choice = definition.choices.find(({ value, label }) =>
    [value, label.en, label.pl, label.ru].some((one) => one.toLowerCase() === word),
  );
  const value: TraitValue | undefined =
    definition.type === 'number'
      ? Number(text.replace(/\s/g, '').replace(/,(\d+)$/, '.$1'))
      : definition.type === 'yes_no'
        ? yes.has(word)
          ? true
          : no.has(word)
            ? false
            : undefined
        : definition.type === 'date'
          ? readDay(text)?.toISOString().slice(0, 10)
          : definition.type === 'choice'
            ? choice?.value
            : text;
  return value === undefined || traitProblem(definition, value) ? undefined : value;
}
