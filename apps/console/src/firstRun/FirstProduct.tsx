import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { readAmount, useRetailer } from '../shared/page/index.ts';
import { codeOf, filled } from './firstProductFacts.ts';
import type { Progress } from './SetupPage.tsx';
import classes from './setup.module.css';
import { setupWords } from './words.ts';

const blank = { pl: '', en: '', ru: '' };

/**
 * A product, its price and its stock in one go. Each part is saved by itself and can be repeated: what is there already
 * is not made twice.
 */
export function FirstProduct({ location, onDone }: { location: Progress['location']; onDone(): void }) {
  const t = useWords(setupWords);
  const language = useLanguage();
  const api = useApi();
  const { market, currency, language: first } = useRetailer();
  const [categoryCode, setCategoryCode] = useState('');
  const [category, setCategory] = useState(blank);
  const [title, setTitle] = useState(blank);
  const [sku, setSku] = useState('');
  const [price, setPrice] = useState('');
  const [pieces, setPieces] = useState<number | string>(1);
  const [key] = useState(newKey);
  const categories = useQuery({
    queryKey: ['categories', language],
    queryFn: () => unwrap(api.GET('/api/staff/categories')),
  });
  const known = categories.data?.items ?? [];
  const amount = readAmount(price, currency);
  const order = [first, ...languages.filter((one) => one !== first)];
  const save = useMutation({
    mutationFn: async () => {
      const titles = filled(title, first);
      const code = codeOf(titles[first]);
      let inCategory = categoryCode;
      if (!inCategory) {
        const names = filled(category, first);
        inCategory = codeOf(names[first]);
        await unwrap(
          api.PUT('/api/staff/categories/{code}', {
            params: { path: { code: inCategory } },
            body: { version: known.find((one) => one.code === inCategory)?.version ?? 0, name: names },
          }),
        );
      }
      const found = await unwrap(api.GET('/api/staff/products', { params: { query: { q: code } } }));
      const saved = await unwrap(
        api.PUT('/api/staff/products/{code}', {
          params: { path: { code } },
          body: {
            version: found.items.find((one) => one.code === code)?.version ?? 0,
            title: titles,
            description: blank,
            categoryCode: inCategory,
            taxClass: 'standard',
            variants: [{ sku: sku.trim() || code.toUpperCase() }],
          },
        }),
      );
      const variantId = saved.variants[0]?.id ?? '';
      await unwrap(
        api.PUT('/api/staff/prices', {
          body: {
            market,
            reason: t('product'),
            prices: [{ variantId, gross: { amount: amount ?? 0, currency }, taxClass: 'standard' }],
          },
        }),
      );
      if (location && Number(pieces) > 0) {
        await unwrap(
          api.POST('/api/staff/stock/changes', {
            headers: { 'idempotency-key': key },
            body: {
              changes: [
                {
                  variantId,
                  locationId: location.id,
                  kind: 'receive',
                  delta: Number(pieces),
                  reason: t('product'),
                },
              ],
            },
          }),
        );
      }
    },
    onSuccess: onDone,
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {known.length > 0 && (
        <Select
          label={t('category')}
          value={categoryCode || null}
          clearable
          data={known.map((one) => ({ value: one.code, label: one.name[language] }))}
          onChange={(code) => setCategoryCode(code ?? '')}
        />
      )}
      {!categoryCode &&
        order.map((one, index) => (
          <TextInput
            key={one}
            lang={one}
            label={t('inLanguage', { what: t('categoryNew'), language: t(one) })}
            value={category[one]}
            required={index === 0}
            withAsterisk={false}
            placeholder={index > 0 ? category[first] : undefined}
            onChange={(event) => setCategory({ ...category, [one]: event.currentTarget.value })}
          />
        ))}
      {order.map((one, index) => (
        <TextInput
          key={one}
          lang={one}
          label={t('inLanguage', { what: t('title'), language: t(one) })}
          description={index === 1 ? t('blankHint') : undefined}
          value={title[one]}
          required={index === 0}
          withAsterisk={false}
          placeholder={index > 0 ? title[first] : undefined}
          onChange={(event) => setTitle({ ...title, [one]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={t('sku')}
        value={sku}
        placeholder={title[first] ? codeOf(title[first]).toUpperCase() : ''}
        onChange={(event) => setSku(event.currentTarget.value)}
      />
      <TextInput
        label={t('price', { currency })}
        inputMode="decimal"
        value={price}
        required
        withAsterisk={false}
        error={price !== '' && amount === undefined ? t('notAmount') : undefined}
        onChange={(event) => setPrice(event.currentTarget.value)}
      />
      {location && (
        <NumberInput
          label={t('pieces', { place: location.name })}
          value={pieces}
          min={0}
          allowDecimal={false}
          onChange={setPieces}
        />
      )}
      {save.error && (
        <p role="alert" className={classes.bad}>
          {problem?.detail ?? save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={amount === undefined}>
        {t('save')}
      </Button>
    </form>
  );
}
