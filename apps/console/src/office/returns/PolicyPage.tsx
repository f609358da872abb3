import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, useLocations, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import settings from '../settings/settings.module.css';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

type Policy = Answer<'/api/staff/settings/returns', 'get'>;
type Category = Answer<'/api/staff/categories', 'get'>['items'][number];
const conditions = ['unopened', 'opened', 'used', 'damaged', 'faulty'] as const;
const withdrawals = ['always', 'unless_opened', 'never'] as const;

/** What the shop promises about returns, as data: the same rules at every counter and in the shop. */
export function PolicyPage() {
  const t = useWords(officeReturnWords);
  const api = useApi();
  const policy = useQuery({
    queryKey: ['return-policy'],
    queryFn: () => unwrap(api.GET('/api/staff/settings/returns')),
  });
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: () => unwrap(api.GET('/api/staff/categories')),
  });
  const error = policy.error ?? categories.error;
  if (error) return <FailureNotice error={error} retry={() => void policy.refetch()} />;
  return (
    <>
      <PageHead back={<BackLink to="/office/returns" label={t('back')} />} title={t('policyTitle')} />
      <div className={office.document}>
        {policy.data && categories.data ? (
          <Form key={policy.data.version} policy={policy.data} categories={categories.data.items} />
        ) : (
          <Waiting label={t('policyTitle')} />
        )}
      </div>
    </>
  );
}

function Form({ policy, categories }: { policy: Policy; categories: Category[] }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const { currency } = useRetailer();
  const warehouses = useLocations().filter((one) => one.archivedAt === null);
  const [draft, setDraft] = useState(policy);
  const set = (change: Partial<Policy>) => setDraft((now) => ({ ...now, ...change }));
  const save = useMutation({
    mutationFn: () => unwrap(api.PUT('/api/staff/settings/returns', { body: draft })),
    onSuccess: (saved) => {
      queries.setQueryData(['return-policy'], saved);
      notifications.show({ message: t('saved') });
    },
    onError: async (error) => {
      if (error instanceof ProblemError && error.code === 'version_conflict')
        await queries.invalidateQueries({ queryKey: ['return-policy'] });
    },
  });
  const off = me.role !== 'admin';
  const days = (
    label: string,
    field: 'shopDays' | 'withdrawalDays' | 'parcelDays' | 'creditMonths' | 'deductionPercent' | 'blindDays',
    min: number,
    max: number,
  ) => (
    <NumberInput
      label={label}
      value={draft[field]}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      disabled={off}
      onChange={(value) => set({ [field]: Math.max(min, Number(value) || 0) })}
    />
  );
  const exceptions = (index: number, change: Partial<Policy['exceptions'][number]>) =>
    set({ exceptions: draft.exceptions.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  return (
    <form
      className={settings.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className={classes.soft}>
        {t('policyText')} {off && t('adminOnly')}
      </p>
      <div className={settings.fields}>
        {days(t('shopDays'), 'shopDays', 0, 730)}
        {days(t('withdrawalDays'), 'withdrawalDays', 14, 365)}
        {days(t('parcelDays'), 'parcelDays', 0, 60)}
        {days(t('creditMonths'), 'creditMonths', 1, 120)}
        {days(t('deductionPercent'), 'deductionPercent', 0, 100)}
        <NumberInput
          label={`${t('cashUpTo')} (${currency})`}
          value={draft.cashUpTo / 100}
          min={0}
          decimalScale={2}
          disabled={off}
          onChange={(value) => set({ cashUpTo: Math.round(Number(value) * 100) })}
        />
        <NumberInput
          label={`${t('standardDelivery')} (${currency})`}
          description={t('standardHint')}
          value={draft.standardDelivery === null ? '' : draft.standardDelivery / 100}
          min={0}
          decimalScale={2}
          disabled={off}
          onChange={(value) => set({ standardDelivery: value === '' ? null : Math.round(Number(value) * 100) })}
        />
        <TextInput
          type="date"
          label={t('informedSince')}
          description={t('informedHint')}
          value={draft.informedSince?.slice(0, 10) ?? ''}
          disabled={off}
          onChange={(event) =>
            set({ informedSince: event.currentTarget.value ? `${event.currentTarget.value}T00:00:00.000Z` : null })
          }
        />
        <Select
          label={t('postLocation')}
          placeholder={t('anyWarehouse')}
          clearable
          disabled={off}
          data={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.postLocationId}
          onChange={(postLocationId) => set({ postLocationId })}
        />
      </div>
      <Checkbox.Group
        label={t('shopConditions')}
        value={draft.shopConditions}
        onChange={(value) => set({ shopConditions: conditions.filter((one) => value.includes(one)) })}
      >
        <div className={classes.acts}>
          {conditions.map((one) => (
            <Checkbox key={one} value={one} label={t(one)} disabled={off} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={settings.fields}>
        <Checkbox
          label={t('blindReturns')}
          description={t('blindHint')}
          checked={draft.blindReturns}
          disabled={off}
          onChange={(event) => set({ blindReturns: event.currentTarget.checked })}
        />
        {draft.blindReturns && days(t('blindDays'), 'blindDays', 1, 365)}
      </div>
      <Section title={t('exceptions')}>
        <WideTable label={t('exceptions')}>
          <table className={settings.table}>
            <thead>
              <tr>
                <th>{t('category')}</th>
                <th>{t('exWithdrawal')}</th>
                <th>
                  {t('exDays')}
                  <small>{t('exDaysHint')}</small>
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {draft.exceptions.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own; they are edited in place.
                <tr key={index}>
                  <td>
                    <Select
                      aria-label={t('category')}
                      data={categories.map(({ id, name }) => ({ value: id, label: name[language] }))}
                      value={one.categoryId}
                      disabled={off}
                      allowDeselect={false}
                      onChange={(categoryId) => categoryId && exceptions(index, { categoryId })}
                    />
                  </td>
                  <td>
                    <Select
                      aria-label={t('exWithdrawal')}
                      data={withdrawals.map((value) => ({ value, label: t(value) }))}
                      value={one.withdrawal}
                      disabled={off}
                      allowDeselect={false}
                      onChange={(value) =>
                        exceptions(index, { withdrawal: withdrawals.find((known) => known === value) ?? 'always' })
                      }
                    />
                  </td>
                  <td>
                    <NumberInput
                      aria-label={t('exDays')}
                      value={one.shopDays ?? ''}
                      min={0}
                      max={730}
                      allowDecimal={false}
                      disabled={off}
                      onChange={(value) => exceptions(index, { shopDays: value === '' ? null : Number(value) })}
                    />
                  </td>
                  <td>
                    <Button
                      variant="subtle"
                      disabled={off}
                      onClick={() => set({ exceptions: draft.exceptions.filter((_, at) => at !== index) })}
                    >
                      {t('remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
        <Button
          variant="default"
          disabled={off || !categories[0]}
          onClick={() =>
            set({
              exceptions: [
                ...draft.exceptions,
                { categoryId: categories[0]?.id ?? '', withdrawal: 'unless_opened', shopDays: null },
              ],
            })
          }
        >
          {t('add')}
        </Button>
      </Section>
      {save.error && (
        <p role="alert" className={classes.bad}>
          {save.error instanceof ProblemError && save.error.code === 'version_conflict'
            ? t('stale')
            : save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={off}>
        {t('save')}
      </Button>
    </form>
  );
}
