import { languages } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { type CheckedPicture, checkPicture } from './checkPicture.ts';
import { isGtin } from './gtin.ts';
import type { OptionDefinition, PictureInput, ProductInput } from './types.ts';

export interface Fault {
  path: string;
  message: string;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
/** Option values may be sizes as people write them: `90x200`, `2,5m`. */
const VALUE_CODE = /^[\p{L}\p{N}][\p{L}\p{N}_.,:+/-]{0,99}$/u;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// PostgreSQL takes no NUL and no half of a surrogate pair; no other control character belongs into a text people read.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/u;

/** Texts anywhere in what was sent that cannot be kept, keys included; contents of pictures are checked as pictures. */
export function unreadableFaults(value: unknown, path = ''): Fault[] {
  if (typeof value === 'string') return UNREADABLE.test(value) ? [{ path, message: 'holds a control character' }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => unreadableFaults(one, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'pictures') return [];
    return UNREADABLE.test(key)
      ? [{ path, message: 'has a name with a control character' }]
      : unreadableFaults(one, `${path}/${key}`);
  });
}

function blankFaults(path: string, text: LocalizedText): Fault[] {
  return languages.flatMap((language) =>
    text[language].trim() === '' ? [{ path: `${path}/${language}`, message: 'must not be blank' }] : [],
  );
}

function slugFaults(path: string, slug: LocalizedText | undefined): Fault[] {
  if (!slug) return [];
  return languages.flatMap((language) =>
    SLUG.test(slug[language]) && slug[language].length <= 100
      ? []
      : [{ path: `${path}/${language}`, message: 'must be lower-case letters a-z, digits and single hyphens' }],
  );
}

function duplicates(path: string, keys: readonly string[], what: string): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [{ path: `${path}/${index}`, message: `${what} ${key} is there twice` }];
    seen.add(key);
    return [];
  });
}

function optionFaults(options: readonly OptionDefinition[]): Fault[] {
  return [
    ...duplicates(
      '/options',
      options.map((option) => option.code),
      'option',
    ),
    ...options.flatMap((option, index) => [
      ...(CODE.test(option.code) && option.code !== 'category'
        ? []
        : [{ path: `/options/${index}/code`, message: `"${option.code}" cannot be an option's code` }]),
      ...blankFaults(`/options/${index}/label`, option.label),
      ...duplicates(
        `/options/${index}/values`,
        option.values.map((value) => value.code),
        'value',
      ),
      ...option.values.flatMap((value, place) => [
        ...(VALUE_CODE.test(value.code)
          ? []
          : [{ path: `/options/${index}/values/${place}/code`, message: `"${value.code}" cannot be a value's code` }]),
        ...(value.hex === undefined || /^#[0-9A-Fa-f]{6}$/.test(value.hex)
          ? []
          : [{ path: `/options/${index}/values/${place}/hex`, message: 'must be #RRGGBB' }]),
        ...blankFaults(`/options/${index}/values/${place}/label`, value.label),
      ]),
    ]),
  ];
}

function codeFaults(path: string, ...records: (Record<string, unknown> | undefined)[]): Fault[] {
  return records.flatMap((record) =>
    Object.keys(record ?? {}).flatMap((code) =>
      CODE.test(code) && code !== 'category' ? [] : [{ path, message: `"${code}" cannot be a code` }],
    ),
  );
}

function variantFaults(input: ProductInput): Fault[] {
  const options = input.options ?? [];
  return [
    ...duplicates(
      '/variants',
      input.variants.map((variant) => variant.sku),
      'SKU',
    ),
    ...input.variants.flatMap((variant, index) => {
      const path = `/variants/${index}`;
      const chosen = variant.options ?? {};
      const faults: Fault[] = codeFaults(path, variant.attributes, variant.measures);
      if (!/^[!-~]{1,64}$/.test(variant.sku))
        faults.push({ path: `${path}/sku`, message: 'must be 1 to 64 signs without spaces' });
      if (variant.gtin != null && !isGtin(variant.gtin))
        faults.push({
          path: `${path}/gtin`,
          message: `${variant.gtin} is no GTIN: its length or check digit is wrong`,
        });
      for (const option of options) {
        const value = chosen[option.code];
        if (value === undefined) faults.push({ path: `${path}/options`, message: `says no ${option.code}` });
        else if (!option.values.some((one) => one.code === value)) {
          faults.push({ path: `${path}/options/${option.code}`, message: `${value} is no value of ${option.code}` });
        }
      }
      for (const code of Object.keys(chosen)) {
        if (!options.some((option) => option.code === code))
          faults.push({ path: `${path}/options/${code}`, message: 'is no option of this product' });
      }
      return faults;
    }),
  ];
}

/** Every fault of a product as sent, pictures left out; an empty list for a good one. Pure. */
export function faultsOfProduct(input: ProductInput): Fault[] {
  return [
    ...unreadableFaults(input),
    ...(CODE.test(input.code)
      ? []
      : [{ path: '/code', message: 'must be 1 to 100 letters, digits, "_", "." and "-"' }]),
    ...blankFaults('/title', input.title),
    ...(input.warnings ?? []).flatMap((warning, index) => blankFaults(`/warnings/${index}`, warning)),
    ...slugFaults('/slug', input.slug),
    ...codeFaults('', input.attributes, input.measures),
    ...optionFaults(input.options ?? []),
    ...variantFaults(input),
  ];
}

export function faultsOfNamed(
  input: { code: string; slug?: LocalizedText },
  names: Record<string, LocalizedText>,
): Fault[] {
  return [
    ...unreadableFaults(input),
    ...(CODE.test(input.code)
      ? []
      : [{ path: '/code', message: 'must be 1 to 100 letters, digits, "_", "." and "-"' }]),
    ...Object.entries(names).flatMap(([path, text]) => blankFaults(`/${path}`, text)),
    ...slugFaults('/slug', input.slug),
  ];
}

export function throwFaults(what: string, faults: readonly Fault[]): void {
  const first = faults[0];
  if (!first) return;
  throw new AppError('invalid_request', {
    detail: `${what} was not saved: ${first.path.slice(1) || 'it'} ${first.message}.`,
    errors: faults.slice(0, 50).map((fault) => ({ path: `body${fault.path}`, message: fault.message })),
  });
}

export interface ReadyPicture extends CheckedPicture {
  input: PictureInput;
}

/** The pictures ready to be kept; throws `invalid_request` for one that cannot be shown safely. */
export function readyPictures(what: string, path: string, pictures: readonly PictureInput[]): ReadyPicture[] {
  const faults: Fault[] = [];
  const ready = pictures.flatMap((input, index) => {
    const checked = checkPicture(input);
    const unreadable = unreadableFaults(input.alt, `${path}/${index}/alt`);
    faults.push(...unreadable);
    if (typeof checked !== 'string') return unreadable.length > 0 ? [] : [{ ...checked, input }];
    faults.push({ path: `${path}/${index}/content`, message: checked });
    return [];
  });
  throwFaults(what, faults);
  return ready;
}
