import { Button, NumberInput, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, sent, useLocations, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

/** What stock is measured by: where other systems said something else, and what is kept back where nothing else is said. */
export function StockDrift() {
  const t = useWords(stockWords);
  return (
    <>
      <PageHead back={<BackLink to="/office/stock" label={t('back')} />} title={t('driftTitle')} />
      <div className={office.document}>
        <Section title={t('differences')}>
          <Differences />
        </Section>
        <Section title={t('defaults')}>
          <p className={classes.soft}>{t('defaultsText')}</p>
          <Defaults />
        </Section>
      </div>
    </>
  );
}

function Differences() {
  const t = useWords(stockWords);
  const language = useLanguage();
  const api = useApi();
  const { zone } = useRetailer();
  const places = useLocations();
  const [locationId, setLocationId] = useState<string | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['stock-drift', locationId],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/staff/office/stock/drift', {
          params: { query: sent({ locationId: locationId ?? undefined, cursor: pageParam, limit: 50 }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  if (query.error && !query.data) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Waiting label={t('differences')} />;
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Select
        label={t('place')}
        placeholder={t('all')}
        clearable
        value={locationId}
        data={places.map((place) => ({ value: place.id, label: place.name }))}
        onChange={setLocationId}
        maw={320}
        mb="md"
      />
      {items.length === 0 ? (
        <p className={classes.soft}>{t('noDrift')}</p>
      ) : (
        <WideTable label={t('differences')}>
          <table className={classes.ledger}>
            <thead>
              <tr>
                <th>{t('when')}</th>
                <th>{t('variant')}</th>
                <th>{t('place')}</th>
                <th data-align="end">{t('expected')}</th>
                <th data-align="end">{t('said')}</th>
                <th data-align="end">{t('difference')}</th>
                <th>{t('document')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.seq}>
                  <td className={classes.nowrap}>{formatDayAndTime(item.asOf, language, zone)}</td>
                  <td>
                    <Link
                      to="/office/stock/$variantId/$locationId"
                      params={{ variantId: item.variantId, locationId: item.locationId }}
                    >
                      {item.title[language] || item.sku}
                    </Link>
                    <small>{[item.optionsText[language], item.sku].filter(Boolean).join(' · ')}</small>
                  </td>
                  <td>{places.find((place) => place.id === item.locationId)?.name}</td>
                  <td data-align="end">{item.expected}</td>
                  <td data-align="end">{item.said}</td>
                  <td data-align="end">
                    <strong className={classes.short}>
                      {item.said > item.expected ? '+' : '−'}
                      {Math.abs(item.said - item.expected)}
                    </strong>
                  </td>
                  <td>
                    <span className={classes.code}>{item.externalId}</span>
                    <small>{item.sourceName ?? t('machine')}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Defaults() {
  const t = useWords(stockWords);
  const api = useApi();
  const places = useLocations().filter((place) => !place.archivedAt);
  const defaults = useQuery({
    queryKey: ['stock-safety'],
    queryFn: () => unwrap(api.GET('/api/staff/stock/safety')),
  });
  if (defaults.error) return <FailureNotice error={defaults.error} retry={() => void defaults.refetch()} />;
  if (!defaults.data) return <Waiting label={t('defaults')} />;
  const { company, locations } = defaults.data;
  return (
    <div className={classes.defaults}>
      <DefaultField label={t('company')} locationId={undefined} value={company} inherited={undefined} />
      {places.map((place) => {
        const own = locations.find((one) => one.locationId === place.id)?.safety;
        return (
          <DefaultField
            key={`${place.id} ${own ?? ''}`}
            label={place.name}
            locationId={place.id}
            value={own}
            inherited={company}
          />
        );
      })}
    </div>
  );
}

function DefaultField({
  label,
  locationId,
  value,
  inherited,
}: {
  label: string;
  locationId: string | undefined;
  value: number | undefined;
  inherited: number | undefined;
}) {
  const t = useWords(stockWords);
  const api = useApi();
  const queries = useQueryClient();
  const [safety, setSafety] = useState<number | string>(value ?? '');
  const save = useMutation({
    mutationFn: () =>
      locationId
        ? unwrap(
            api.PUT('/api/staff/stock/safety/{locationId}', {
              params: { path: { locationId } },
              body: { safety: safety === '' ? null : Number(safety) },
            }),
          )
        : unwrap(api.PUT('/api/staff/stock/safety', { body: { safety: Number(safety || 0) } })),
    onSuccess: async () => {
      notifications.show({ message: t('limitsSaved') });
      await queries.invalidateQueries({ queryKey: ['stock-safety'] });
      await queries.invalidateQueries({ queryKey: ['office-stock'] });
    },
  });
  const { error } = save;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.defaultRow}>
      <NumberInput
        label={label}
        value={safety}
        placeholder={inherited === undefined ? '' : t('asCompany', { n: inherited })}
        min={0}
        onChange={setSafety}
        allowDecimal={false}
        allowNegative={false}
        error={
          error instanceof ProblemError
            ? error.code === 'wrong_location'
              ? t('wrongLocation')
              : (error.problem.detail ?? error.problem.title)
            : undefined
        }
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t('saveLimits')}
      </Button>
    </form>
  );
}
