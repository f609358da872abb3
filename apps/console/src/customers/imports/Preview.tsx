import { Button, Radio } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Section, Waiting, WideTable } from '../../shared/page/index.ts';
import classes from './imports.module.css';
import { type Import, type ImportRow, importsKey } from './queries.ts';
import { Report } from './Report.tsx';
import { importWords } from './words.ts';

const kinds = ['all', 'fresh', 'found', 'doubtful', 'repeated', 'faulty'] as const;
type Kind = (typeof kinds)[number];

/** The rows as they would be, and the choice of what becomes of people who are here already. */
export function Preview({ data }: { data: Import }) {
  const t = useWords(importWords);
  const api = useApi();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('all');
  const [onFound, setOnFound] = useState<'fill' | 'skip' | 'new'>('fill');
  const [onDoubt, setOnDoubt] = useState<'skip' | 'new'>('new');
  const apply = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/imports/{id}/apply', {
          params: { path: { id: data.id } },
          body: { onFound, onDoubt },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
  const { counts } = data;
  const of: Record<Kind, number> = {
    all: counts.rows ?? 0,
    fresh: counts.fresh ?? 0,
    found: counts.found ?? 0,
    doubtful: counts.doubtful ?? 0,
    repeated: counts.repeated ?? 0,
    faulty: (counts.refused ?? 0) + (counts.faulty ?? 0),
  };
  const taken = of.all - (counts.refused ?? 0);
  return (
    <>
      <Section title={t('willHappen')}>
        <fieldset className={classes.views} aria-label={t('willHappen')}>
          {kinds.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {t(one)} <b>{of[one].toLocaleString('pl-PL')}</b>
            </button>
          ))}
        </fieldset>
        <Rows key={kind} id={data.id} kind={kind} />
      </Section>
      <div className={classes.choices}>
        {of.found + of.repeated > 0 && (
          <Radio.Group label={t('onFound')} value={onFound} onChange={(value) => setOnFound(value as 'fill')}>
            <div className={classes.radios}>
              <Radio value="fill" label={t('fill')} />
              <Radio value="skip" label={t('skip')} />
              <Radio value="new" label={t('make')} />
            </div>
          </Radio.Group>
        )}
        {of.doubtful > 0 && (
          <Radio.Group label={t('onDoubt')} value={onDoubt} onChange={(value) => setOnDoubt(value as 'new')}>
            <div className={classes.radios}>
              <Radio value="new" label={t('doubtNew')} />
              <Radio value="skip" label={t('skip')} />
            </div>
          </Radio.Group>
        )}
      </div>
      <p className={classes.hint}>{t('claimedHint')}</p>
      {apply.error && (
        <p className={classes.bad} role="alert">
          {apply.error.message}
        </p>
      )}
      <div className={classes.acts}>
        <Button disabled={taken === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('apply', { n: taken })}
        </Button>
        {of.faulty > 0 && <Report id={data.id} />}
      </div>
    </>
  );
}

function Rows({ id, kind }: { id: string; kind: Kind }) {
  const t = useWords(importWords);
  const api = useApi();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...importsKey, id, 'rows', kind],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/staff/customers/imports/{id}/rows', {
          params: { path: { id }, query: { kind, after: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter ?? undefined,
    placeholderData: keepPreviousData,
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('willHappen')} />;
  const rows = data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className={classes.soft}>{t('nothing')}</p>;
  return (
    <>
      <WideTable label={t('willHappen')}>
        <table className={`${classes.table} ${classes.preview}`}>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('contact')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  {row.name ?? <span className={classes.soft}>{t('noName')}</span>}
                  <small className={classes.beside}>{contactOf(row)}</small>
                </td>
                <td>{contactOf(row)}</td>
                <td>
                  <Result row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

const contactOf = (row: ImportRow) => [row.email, row.phone, row.loyalty].filter(Boolean).join(' · ');

function Result({ row }: { row: ImportRow }) {
  const t = useWords(importWords);
  const said = row.isRefused
    ? t('r_refused')
    : row.sameAs !== null
      ? t('r_same', { line: row.sameAs })
      : row.doubt
        ? t(`r_${row.doubt}`)
        : t(row.foundId ? 'r_found' : 'r_fresh');
  return (
    <>
      <span className={row.isRefused ? classes.bad : undefined}>{said}</span>
      {row.foundId && !row.isRefused && (
        <>
          {' '}
          <Link to="/office/customers/$id" params={{ id: row.foundId }}>
            {t('see')}
          </Link>
        </>
      )}
      {row.faults.map((one) => (
        <small key={`${one.field}-${one.rule}`} className={classes.fault}>
          {one.column ? `${one.column}: ` : ''}
          {t(`x_${one.rule}` as 'x_erased')}
        </small>
      ))}
    </>
  );
}
