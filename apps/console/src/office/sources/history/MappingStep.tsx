import { Button, Textarea } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../../shared/api.ts';
import { useWords } from '../../../shared/language.tsx';
import { Section, useRetailer, Waiting, WideTable } from '../../../shared/page/index.ts';
import { FaultNotice, faultOf } from './FaultNotice.tsx';
import classes from './history.module.css';
import { guide, type History, historyKey } from './queries.ts';
import { historyWords } from './words.ts';

type Mapping = Record<string, unknown>;
type Look = Answer<'/api/staff/history-imports/{id}/preview', 'post'>;

/** Where no column is known: what a mapping has to say. */
const skeleton = {
  source: 'history',
  channel: 'store',
  format: 'csv',
  event: { name: { value: 'Order Completed' }, id: ['…'], at: '…', userId: '…' },
};
const written = (mapping: Mapping) => JSON.stringify(mapping, null, 2);

/** How rows become events, guessed or pasted, and what the first of them would become. Started is only what was looked at. */
export function MappingStep({ data }: { data: History }) {
  const t = useWords(historyWords);
  const api = useApi();
  const queries = useQueryClient();
  const [given, setGiven] = useState<Mapping>();
  const [typed, setTyped] = useState<string>();
  const [isNoJson, setNoJson] = useState(false);
  const path = { id: data.id };
  const look = useQuery({
    queryKey: [...historyKey, data.id, 'preview', given ?? null],
    queryFn: () =>
      unwrap(
        api.POST('/api/staff/history-imports/{id}/preview', {
          params: { path },
          body: given ? { mapping: given } : {},
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const start = useMutation({
    mutationFn: (mapping: Mapping) =>
      unwrap(
        api.POST('/api/staff/history-imports/{id}/start', {
          params: { path },
          body: { mapping },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
  });
  const guessed = look.data && written(look.data.mapping ?? skeleton);
  const text = typed ?? guessed ?? '';
  const looked = look.data?.mapping;
  const isLooked =
    looked != null && !look.isFetching && !look.error && (typed === undefined || !isChanged(typed, looked));
  const lookAgain = () => {
    const mapping = parsed(text);
    setNoJson(mapping === undefined);
    if (mapping) setGiven(mapping);
  };
  if (!look.data && !look.error) return <Waiting label={t('look')} />;
  const error = look.error ?? start.error;
  return (
    <div className={classes.step}>
      <Section title={t('mapping')}>
        <p className={classes.hint}>
          {t(look.data && !look.data.mapping ? 'noGuess' : given ? 'mappingHint' : 'guessHint')} <code>{guide}</code>
        </p>
        {look.data && <p className={classes.columns}>{t('columns', { names: look.data.columns.join(', ') })}</p>}
        <Textarea
          aria-label={t('mapping')}
          value={text}
          autosize
          minRows={6}
          maxRows={20}
          spellCheck={false}
          classNames={{ input: classes.json ?? '' }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {isNoJson ? (
          <p className={classes.bad} role="alert">
            {t('noJson')}
          </p>
        ) : (
          error && <FaultNotice fault={faultOf(error)} />
        )}
        <div className={classes.acts}>
          <Button variant="default" loading={look.isFetching} onClick={lookAgain}>
            {t('lookAgain')}
          </Button>
          <Button
            disabled={!isLooked || look.data?.made === 0}
            loading={start.isPending}
            onClick={() => looked && start.mutate(looked)}
          >
            {t('start')}
          </Button>
        </div>
        {!isLooked && looked && <p className={classes.hint}>{t('lookFirst')}</p>}
      </Section>
      {look.data?.mapping && (
        <div>
          <Looked data={look.data} />
        </div>
      )}
    </div>
  );
}

function parsed(text: string): Mapping | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : undefined;
  } catch {
    return undefined;
  }
}

function isChanged(text: string, looked: Mapping): boolean {
  const mapping = parsed(text);
  return mapping === undefined || JSON.stringify(mapping) !== JSON.stringify(looked);
}

const rules: Record<string, 'r_nobody' | 'r_empty' | 'r_time' | 'r_early' | 'r_large'> = {
  'names nobody': 'r_nobody',
  'names the event and is empty': 'r_empty',
  'is no time, such as 2026-03-01T12:30:00 or 2026-03-01 12:30': 'r_time',
  'is before 1990': 'r_early',
  'makes an event of more than 32 KB': 'r_large',
};

function Looked({ data }: { data: Look }) {
  const t = useWords(historyWords);
  const { zone } = useRetailer();
  // With the year, which our other dates leave out: a history is old.
  const when = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (
    <>
      {data.faulty > 0 && (
        <Section title={t('faultyOf', { n: data.faulty })}>
          <ul className={classes.faults}>
            {data.faults.map((fault) => (
              <li key={`${fault.line} ${fault.column}`}>
                <span className={classes.soft}>{t('line', { n: fault.line })}</span>
                <span>
                  {fault.column && <b>{fault.column}</b>} {fault.sample && `“${fault.sample}”`}{' '}
                  {rules[fault.rule] ? t(rules[fault.rule] as 'r_nobody') : fault.rule}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('would', { n: data.made })}>
        <p className={classes.soft}>{t('wouldHint', { n: data.rows })}</p>
        <WideTable label={t('would', { n: data.made })}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('lineHead')}</th>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('who')}</th>
              </tr>
            </thead>
            <tbody>
              {data.events.map((one) => (
                <tr key={one.line}>
                  <td>{one.line}</td>
                  <td className={classes.when}>
                    {when
                      .format(new Date(one.at))
                      .split(' ')
                      .map((part) => (
                        <span key={part}>{part} </span>
                      ))}
                  </td>
                  <td>
                    <details>
                      <summary>{one.name ?? one.type}</summary>
                      <pre className={classes.event}>{written(JSON.parse(one.event))}</pre>
                    </details>
                  </td>
                  <td className={classes.who}>{one.who}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </Section>
    </>
  );
}
