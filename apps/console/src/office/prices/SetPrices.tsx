import { Button, Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { readAmount, useRetailer, WideTable } from '../../shared/page/index.ts';
import { newPrice, type Repricing, readPercent } from './newPrices.ts';
import classes from './prices.module.css';
import { priceWords } from './words.ts';

export interface Goods {
  variantId: string;
  name: string;
}
type Quote = Answer<'/api/shop/prices', 'get'>['items'][number];

const chunk = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Prices of a selection: what each costs now and will, before anything is saved; and the whole taken back afterwards. */
export function SetPrices({ goods, onClose, onSaved }: { goods: readonly Goods[]; onClose(): void; onSaved(): void }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { market, currency } = useRetailer();
  const [kind, setKind] = useState<'exact' | 'percent'>('percent');
  const [text, setText] = useState('');
  const [isRounded, setRounded] = useState(true);
  const [reason, setReason] = useState('');
  const [key] = useState(newKey);
  const ids = goods.map((one) => one.variantId);
  const quotes = useQuery({
    queryKey: ['quotes', market, ids],
    queryFn: async () => {
      const pages = await Promise.all(
        chunk(ids, 50).map((variantIds) =>
          unwrap(api.GET('/api/shop/prices', { params: { query: { variantIds, market } } })),
        ),
      );
      return new Map(pages.flatMap((page) => page.items.map((quote): [string, Quote] => [quote.variantId, quote])));
    },
  });
  const percent = readPercent(text);
  const amount = readAmount(text, currency);
  const how: Repricing | undefined =
    kind === 'exact'
      ? amount === undefined
        ? undefined
        : { kind, amount }
      : percent === undefined
        ? undefined
        : { kind, percent, unit: isRounded ? 100 : 1 };
  const rows = goods.map((one) => {
    const before = quotes.data?.get(one.variantId)?.list;
    const after = how && newPrice(before?.amount, how);
    return { ...one, before, after, isChange: after !== undefined && after !== before?.amount };
  });
  const changes = rows.filter((row) => row.isChange);
  const put = async (prices: readonly { variantId: string; amount: number }[], why: string, actKey: string) => {
    const answers = [];
    for (const [index, part] of chunk(prices, 500).entries()) {
      answers.push(
        await unwrap(
          api.PUT('/api/staff/prices', {
            headers: { 'idempotency-key': `${actKey}-${index}` },
            body: {
              market,
              reason: why,
              prices: part.map(({ variantId, amount: price }) => ({ variantId, gross: { amount: price, currency } })),
            },
          }),
        ),
      );
    }
    await queries.invalidateQueries({ queryKey: ['office-products'] });
    await queries.invalidateQueries({ queryKey: ['price'] });
    return answers.flatMap((answer) => answer.changed);
  };
  const save = useMutation({
    mutationFn: () =>
      put(
        changes.map(({ variantId, after }) => ({ variantId, amount: after ?? 0 })),
        reason.trim(),
        key,
      ),
    onSuccess: (changed) => {
      const old = changed.flatMap(({ variantId, from }) => (from ? [{ variantId, amount: from.amount }] : []));
      const id = newKey();
      notifications.show({
        id,
        autoClose: 10_000,
        message: (
          <span className={classes.undo}>
            {t('saved', { n: changed.length })}
            {old.length > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  notifications.hide(id);
                  void put(old, t('undoReason', { reason: reason.trim() }), newKey()).then(() =>
                    notifications.show({ message: t('undone') }),
                  );
                }}
              >
                {t('undo')}
              </Button>
            )}
          </span>
        ),
      });
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const { error } = save;
  return (
    <Modal opened onClose={onClose} title={t('setPrices')} size="lg">
      <form onSubmit={submit} className={classes.form}>
        <SegmentedControl
          aria-label={t('howTo')}
          value={kind}
          onChange={(value) => {
            setKind(value === 'exact' ? 'exact' : 'percent');
            setText('');
          }}
          data={[
            { value: 'percent', label: t('percent') },
            { value: 'exact', label: t('exact') },
          ]}
        />
        <div className={classes.two}>
          <TextInput
            label={kind === 'exact' ? `${t('amount')} (${currency})` : t('percentField')}
            inputMode={kind === 'exact' ? 'decimal' : 'text'}
            data-autofocus
            required
            withAsterisk={false}
            value={text}
            error={text !== '' && !how ? t('notAmount') : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={t('reason')}
            required
            withAsterisk={false}
            minLength={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        {kind === 'percent' && (
          <Checkbox
            label={t('round')}
            checked={isRounded}
            onChange={(event) => setRounded(event.currentTarget.checked)}
          />
        )}
        <p aria-live="polite" className={classes.soft}>
          {t('preview', { n: changes.length })}
          {rows.length > changes.length && ` · ${t('unchanged', { n: rows.length - changes.length })}`}
        </p>
        <div className={classes.previewBox}>
          <WideTable label={t('preview', { n: changes.length })}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('variant')}</th>
                  <th data-align="end">{t('now')}</th>
                  <th data-align="end">{t('after')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 200).map((row) => (
                  <tr key={row.variantId}>
                    <td>{row.name}</td>
                    <td data-align="end">{row.before ? formatMoney(row.before, language, 'exact') : t('noPrice')}</td>
                    <td data-align="end">
                      {row.after === undefined ? (
                        '–'
                      ) : (
                        <strong className={row.isChange ? undefined : classes.soft}>
                          {formatMoney({ amount: row.after, currency }, language, 'exact')}
                        </strong>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </div>
        {error && (
          <p role="alert" className={classes.bad}>
            {error instanceof ProblemError && error.code === 'not_allowed' ? t('adminOnly') : error.message}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={changes.length === 0}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
