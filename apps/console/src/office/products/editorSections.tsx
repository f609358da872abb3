import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { languages } from '@throughline/ui/words';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Section } from '../../shared/page/index.ts';
import {
  type Company,
  type Localized,
  measureJoint,
  noWords,
  type ProductForm,
  type VariantForm,
} from './productForm.ts';
import classes from './products.module.css';
import { Sheet, type SheetColumn } from './Sheet.tsx';
import { productWords } from './words.ts';

export interface EditorProps {
  form: ProductForm;
  change(fields: Partial<ProductForm>): void;
  /** What the server found wrong, by path: `title/en`. */
  errorAt(path: string): string | undefined;
  isNew: boolean;
}

const langWords = { en: 'langEn', pl: 'langPl', ru: 'langRu' } as const;

/** One text in three languages side by side. */
function Trio({
  label,
  value,
  onChange,
  path,
  errorAt,
  rows,
  required,
}: {
  label: string;
  value: Localized;
  onChange(value: Localized): void;
  path: string;
  errorAt(path: string): string | undefined;
  rows?: number;
  required?: boolean;
}) {
  const t = useWords(productWords);
  return languages.map((language) => {
    const shared = {
      label: `${label}, ${t(langWords[language])}`,
      lang: language,
      value: value[language],
      error: errorAt(`${path}/${language}`),
      required: required ?? false,
      withAsterisk: false,
    };
    return rows ? (
      <Textarea
        key={language}
        {...shared}
        autosize
        minRows={rows}
        maxRows={14}
        onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
      />
    ) : (
      <TextInput
        key={language}
        {...shared}
        onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
      />
    );
  });
}

export function TextsSection({ form, change, errorAt }: EditorProps) {
  const t = useWords(productWords);
  return (
    <Section title={t('texts')} id="texts">
      <div className={classes.languages}>
        <Trio
          label={t('titleField')}
          value={form.title}
          path="title"
          errorAt={errorAt}
          required
          onChange={(title) => change({ title })}
        />
        <Trio
          label={t('description')}
          value={form.description}
          path="description"
          errorAt={errorAt}
          rows={5}
          onChange={(description) => change({ description })}
        />
        <Trio
          label={t('care')}
          value={form.care}
          path="care"
          errorAt={errorAt}
          rows={2}
          onChange={(care) => change({ care })}
        />
      </div>
    </Section>
  );
}

export function BasicsSection({ form, change, errorAt, isNew }: EditorProps) {
  const t = useWords(productWords);
  const language = useLanguage();
  const api = useApi();
  const categories = useQuery({
    queryKey: ['categories', language],
    queryFn: () => unwrap(api.GET('/api/staff/categories')),
    staleTime: 60_000,
  });
  return (
    <Section title={t('basics')} id="basics">
      <div className={classes.fields}>
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          value={form.code}
          readOnly={!isNew}
          required
          withAsterisk={false}
          error={errorAt('code')}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <Select
          label={t('category')}
          description={'\u00a0'}
          searchable
          data={(categories.data?.items ?? [])
            .filter((category) => !category.archived || category.code === form.categoryCode)
            .map(({ code, name }) => ({ value: code, label: name[language] }))}
          value={form.categoryCode || null}
          required
          withAsterisk={false}
          error={errorAt('categoryCode')}
          onChange={(code) => change({ categoryCode: code ?? '' })}
        />
        <TextInput
          label={t('brand')}
          description={'\u00a0'}
          value={form.brand}
          error={errorAt('brand')}
          onChange={(event) => change({ brand: event.currentTarget.value })}
        />
        <TextInput
          label={t('taxClass')}
          description={'\u00a0'}
          value={form.taxClass}
          required
          withAsterisk={false}
          error={errorAt('taxClass')}
          onChange={(event) => change({ taxClass: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}

export function OptionsSection({ form, change, errorAt }: EditorProps) {
  const t = useWords(productWords);
  const { options } = form;
  const setOption = (index: number, fields: Partial<(typeof options)[number]>) =>
    change({ options: options.map((option, place) => (place === index ? { ...option, ...fields } : option)) });
  return (
    <Section
      title={t('options')}
      id="options"
      aside={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() =>
            change({
              options: [...options, { code: '', label: noWords(), values: [{ code: '', label: noWords(), hex: '' }] }],
            })
          }
        >
          {t('addOption')}
        </Button>
      }
    >
      <p className={classes.hint}>{t('optionsHint')}</p>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own before it is saved.
        <div key={index} className={classes.option}>
          <div className={classes.value}>
            <TextInput
              label={t('optionCode')}
              value={option.code}
              error={errorAt(`options/${index}/code`)}
              onChange={(event) => setOption(index, { code: event.currentTarget.value })}
            />
            <Trio
              label={t('options')}
              value={option.label}
              path={`options/${index}/label`}
              errorAt={errorAt}
              onChange={(label) => setOption(index, { label })}
            />
            <span />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeValue', { name: option.code })}
              onClick={() => change({ options: options.filter((_, place) => place !== index) })}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
          <div className={classes.values}>
            {option.values.map((value, place) => {
              const setValue = (fields: Partial<typeof value>) =>
                setOption(index, {
                  values: option.values.map((one, at) => (at === place ? { ...one, ...fields } : one)),
                });
              const name = value.label.en || value.code;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <div key={place} className={classes.value}>
                  <TextInput
                    aria-label={`${t('valueCode')} ${place + 1}`}
                    placeholder={t('valueCode')}
                    value={value.code}
                    error={errorAt(`options/${index}/values/${place}/code`)}
                    onChange={(event) => setValue({ code: event.currentTarget.value })}
                  />
                  {languages.map((language) => (
                    <TextInput
                      key={language}
                      lang={language}
                      aria-label={`${value.code || place + 1}, ${t(langWords[language])}`}
                      placeholder={t(langWords[language])}
                      value={value.label[language]}
                      error={errorAt(`options/${index}/values/${place}/label/${language}`)}
                      onChange={(event) =>
                        setValue({ label: { ...value.label, [language]: event.currentTarget.value } })
                      }
                    />
                  ))}
                  <input
                    type="color"
                    className={classes.swatch}
                    aria-label={`${t('colour')}: ${name}`}
                    value={value.hex || '#ffffff'}
                    onChange={(event) => setValue({ hex: event.currentTarget.value })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('removeValue', { name })}
                    onClick={() => setOption(index, { values: option.values.filter((_, at) => at !== place) })}
                  >
                    <IconTrash size={16} aria-hidden="true" />
                  </ActionIcon>
                </div>
              );
            })}
          </div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setOption(index, { values: [...option.values, { code: '', label: noWords(), hex: '' }] })}
          >
            {t('addValue')}
          </Button>
        </div>
      ))}
    </Section>
  );
}

export function VariantsSection({ form, change, errorAt, known }: EditorProps & { known: ReadonlySet<string> }) {
  const t = useWords(productWords);
  const language = useLanguage();
  const columns: SheetColumn<VariantForm>[] = [
    {
      id: 'sku',
      label: t('sku'),
      get: (row) => row.sku,
      set: (row, sku) => ({ ...row, sku }),
      // Orders and stock point to it.
      locked: (row) => known.has(row.sku),
    },
    ...form.options.map(
      (option): SheetColumn<VariantForm> => ({
        id: `options/${option.code}`,
        label: option.label[language] || option.code,
        get: (row) => row.options[option.code] ?? '',
        set: (row, value) => ({ ...row, options: { ...row.options, [option.code]: value } }),
        options: [
          { value: '', label: '–' },
          ...option.values.map((value) => ({ value: value.code, label: value.label[language] || value.code })),
        ],
      }),
    ),
    { id: 'gtin', label: t('gtin'), get: (row) => row.gtin, set: (row, gtin) => ({ ...row, gtin }) },
    {
      id: 'archived',
      label: t('state'),
      get: (row) => (row.archived ? 'yes' : 'no'),
      set: (row, value) => ({ ...row, archived: value === 'yes' }),
      options: [
        { value: 'no', label: t('onSale') },
        { value: 'yes', label: t('archived') },
      ],
    },
  ];
  const blank = (): VariantForm => ({ sku: '', gtin: '', options: {}, archived: false });
  return (
    <Section
      title={t('variantGrid')}
      id="variants"
      aside={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => change({ variants: [...form.variants, blank()] })}
        >
          {t('addVariant')}
        </Button>
      }
    >
      <p className={classes.hint}>
        {t('variantHint')} {t('fillDown')}.
      </p>
      <Sheet
        label={t('variantGrid')}
        rows={form.variants}
        columns={columns}
        blank={blank}
        onChange={(variants) => change({ variants })}
        errorAt={(row, column) =>
          errorAt(`variants/${row}/${column}`) ?? (column === 'sku' ? errorAt(`variants/${row}/options`) : undefined)
        }
      />
    </Section>
  );
}

function Pairs({
  rows,
  onChange,
  nameLabel,
  valueLabel,
  path,
  errorAt,
  numeric,
}: {
  rows: readonly [string, string][];
  onChange(rows: [string, string][]): void;
  nameLabel: string;
  valueLabel: string;
  path: string;
  errorAt(path: string): string | undefined;
  numeric?: boolean;
}) {
  return (
    <Sheet<[string, string]>
      label={nameLabel}
      rows={rows}
      columns={[
        { id: 'code', label: nameLabel, get: (row) => row[0], set: ([, value], code) => [code, value] },
        {
          id: 'value',
          label: valueLabel,
          get: (row) => row[1],
          set: ([code], value) => [code, value],
        },
      ]}
      blank={() => ['', '']}
      onChange={onChange}
      errorAt={(row, column) => {
        if (column === 'code') return undefined;
        const code = rows[row]?.[0] ?? '';
        return (
          errorAt(`${path}/${code.replace(measureJoint, '/')}`) ??
          (numeric && isNoNumber(rows[row]?.[1]) ? '0–9' : undefined)
        );
      }}
    />
  );
}

const isNoNumber = (text: string | undefined) =>
  text !== undefined && text.trim() !== '' && !Number.isFinite(Number(text.trim().replace(',', '.')));

export function FactsSection({ form, change, errorAt }: EditorProps) {
  const t = useWords(productWords);
  const add = (field: 'attributes' | 'measures') => change({ [field]: [...form[field], ['', '']] });
  return (
    <>
      <Section
        title={t('attributes')}
        id="attributes"
        aside={
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => add('attributes')}
          >
            {t('addAttribute')}
          </Button>
        }
      >
        {form.attributes.length > 0 && (
          <Pairs
            rows={form.attributes}
            onChange={(attributes) => change({ attributes })}
            nameLabel={t('attribute')}
            valueLabel={t('value')}
            path="attributes"
            errorAt={errorAt}
          />
        )}
      </Section>
      <Section
        title={t('measures')}
        id="measures"
        aside={
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => add('measures')}
          >
            {t('addMeasure')}
          </Button>
        }
      >
        <p className={classes.hint}>{t('measuresHint')}</p>
        {form.measures.length > 0 && (
          <Pairs
            rows={form.measures}
            onChange={(measures) => change({ measures })}
            nameLabel={t('measure')}
            valueLabel={t('value')}
            path="measures"
            errorAt={errorAt}
            numeric
          />
        )}
      </Section>
    </>
  );
}

function CompanyFields({
  value,
  onChange,
  path,
  errorAt,
  withWebsite,
}: {
  value: Company;
  onChange(value: Company): void;
  path: string;
  errorAt(path: string): string | undefined;
  withWebsite: boolean;
}) {
  const t = useWords(productWords);
  const fields = [
    ['name', t('makerName'), 'name'],
    ['line1', t('makerStreet'), 'address/line1'],
    ['postcode', t('makerPostcode'), 'address/postcode'],
    ['city', t('makerCity'), 'address/city'],
    ['country', t('makerCountry'), 'address/country'],
    ['email', t('makerEmail'), 'email'],
    ...(withWebsite ? ([['website', t('website'), 'website']] as const) : []),
  ] as const;
  return (
    <div className={classes.fields}>
      {fields.map(([field, label, at]) => (
        <TextInput
          key={field}
          label={label}
          value={value[field]}
          error={errorAt(`${path}/${at}`)}
          onChange={(event) =>
            onChange({
              ...value,
              [field]: field === 'country' ? event.currentTarget.value.toUpperCase() : event.currentTarget.value,
            })
          }
        />
      ))}
    </div>
  );
}

export function SafetySection({ form, change, errorAt }: EditorProps) {
  const t = useWords(productWords);
  const isElsewhere = form.euResponsible.name !== '';
  return (
    <Section
      title={t('safety')}
      id="safety"
      aside={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => change({ warnings: [...form.warnings, noWords()] })}
        >
          {t('addWarning')}
        </Button>
      }
    >
      <CompanyFields
        value={form.maker}
        path="maker"
        errorAt={errorAt}
        withWebsite
        onChange={(maker) => change({ maker })}
      />
      <details className={classes.option} open={isElsewhere}>
        <summary>{t('euResponsible')}</summary>
        <CompanyFields
          value={form.euResponsible}
          path="maker/euResponsible"
          errorAt={errorAt}
          withWebsite={false}
          onChange={(euResponsible) => change({ euResponsible })}
        />
      </details>
      {form.warnings.map((warning, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a warning has no name.
        <div key={index} className={classes.option}>
          <div className={classes.languages}>
            <Trio
              label={t('warning', { n: index + 1 })}
              value={warning}
              path={`warnings/${index}`}
              errorAt={errorAt}
              rows={2}
              onChange={(next) =>
                change({ warnings: form.warnings.map((one, place) => (place === index ? next : one)) })
              }
            />
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => change({ warnings: form.warnings.filter((_, place) => place !== index) })}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
    </Section>
  );
}
