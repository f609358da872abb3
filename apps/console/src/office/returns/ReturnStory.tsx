import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Facts, Section, useLocations, useRetailer, Waiting } from '../../shared/page/index.ts';
import { SaleProtocol } from '../../shared/protocol/SaleProtocol.tsx';
import office from '../office.module.css';
import orders from '../orders/orders.module.css';
import { Clock } from './parts.tsx';
import { ReturnHead } from './ReturnHead.tsx';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

type Described = Answer<'/api/staff/returns/{id}', 'get'>;

/** A return: what comes next, the goods, the money, and who did what. */
export function ReturnStory() {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const { id = '' } = useParams({ strict: false });
  const { zone } = useRetailer();
  const { data, error, refetch } = useQuery({
    queryKey: ['office-returns', 'one', id],
    queryFn: () => unwrap(api.GET('/api/staff/returns/{id}', { params: { path: { id } } })),
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  const { return: it, goods, place, steps } = data;
  return (
    <>
      <ReturnHead it={it}>
        <Clock it={it} zone={zone} />
      </ReturnHead>
      <div className={office.document}>
        <div className={`${orders.page} ${classes.onScreen}`}>
          <div>
            <Section title={t('next')}>
              <NextStep key={it.version} described={data} />
            </Section>
            <Section title={t('goods')}>
              <ul className={classes.open}>
                {it.lines.map((line, index) => (
                  <li key={line.id}>
                    <span>
                      {line.quantity} × {goods[index]?.title[language]}, {goods[index]?.optionsText[language]}
                      <br />
                      <span className={classes.soft}>
                        {t(line.rule)}
                        {line.condition && ` · ${t(line.condition)}`}
                        {line.deductionPercent > 0 && ` · −${line.deductionPercent} %: ${line.deductionReason}`}
                      </span>
                    </span>
                    <span>{line.amount && formatMoney(line.amount, language, 'exact')}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
          <div>
            <Section title={t('facts')}>
              <Facts
                items={[
                  [
                    t('order'),
                    <Link key="order" to="/office/orders/$id" params={{ id: it.orderId }}>
                      {it.orderNumber}
                    </Link>,
                  ],
                  [t('way'), t(it.way)],
                  place ? [t('places'), `${place.name}, ${place.city}`] : undefined,
                  it.state === 'settled' ? [t('total'), formatMoney(it.total, language, 'exact')] : undefined,
                  it.payouts.length > 0
                    ? [
                        t('money'),
                        it.payouts
                          .map((one) => `${formatMoney(one.amount, language, 'exact')} ${t(one.to)}`)
                          .join(', '),
                      ]
                    : undefined,
                  it.receivedAt ? [t('received'), formatDayAndTime(it.receivedAt, language, zone)] : undefined,
                  it.complaint
                    ? [
                        t('answer'),
                        `${t(`said_${it.complaint.answer}`)}, ${formatDayAndTime(it.complaint.answeredAt, language, zone)}${it.complaint.text ? `: ${it.complaint.text}` : ''}`,
                      ]
                    : undefined,
                  it.closeReason ? [t('reason'), it.closeReason] : undefined,
                ]}
              />
            </Section>
            <Section title={t('story')}>
              <ol className={classes.steps}>
                {steps.map((step) => (
                  <li key={`${step.at}${step.to}`}>
                    {formatDayAndTime(step.at, language, zone)} · {t(`st_${step.to}`)}
                    {step.reason && ` · ${step.reason}`}
                  </li>
                ))}
              </ol>
            </Section>
          </div>
        </div>
        {it.state === 'settled' && <SaleProtocol described={data} />}
      </div>
    </>
  );
}

function NextStep({ described: { return: it } }: { described: Described }) {
  const t = useWords(officeReturnWords);
  const api = useApi();
  const queries = useQueryClient();
  const locations = useLocations().filter((one) => one.archivedAt === null);
  const [locationId, setLocationId] = useState(it.locationId);
  const [reason, setReason] = useState('');
  const key = useRef(crypto.randomUUID());
  const path = { id: it.id };
  const params = { path, header: { 'idempotency-key': key.current } };
  const { version } = it;
  type Deed = 'receive' | 'restock' | 'damaged' | 'settle' | 'refuse' | 'cancel' | 'accepted' | 'refused';
  const act = useMutation<unknown, Error, Deed>({
    mutationFn: async (deed) => {
      switch (deed) {
        case 'receive':
          return unwrap(
            api.POST('/api/staff/returns/{id}/receive', {
              params: { path },
              body: { version, locationId: locationId ?? '' },
            }),
          );
        case 'restock':
        case 'damaged':
          return unwrap(
            api.POST('/api/staff/returns/{id}/inspect', {
              params,
              body: {
                version,
                parts: it.lines.map(({ id: lineId, quantity }) => ({
                  lineId,
                  quantity,
                  condition: deed === 'restock' ? ('unopened' as const) : ('damaged' as const),
                  outcome: deed,
                })),
              },
            }),
          );
        case 'settle':
          return unwrap(api.POST('/api/staff/returns/{id}/settle', { params, body: { version, payout: 'original' } }));
        case 'accepted':
        case 'refused':
          return unwrap(
            api.POST('/api/staff/returns/{id}/answer', {
              params: { path },
              body: { version, answer: deed, text: reason },
            }),
          );
        case 'refuse':
          return unwrap(api.POST('/api/staff/returns/{id}/refuse', { params: { path }, body: { version, reason } }));
        case 'cancel':
          return unwrap(api.POST('/api/staff/returns/{id}/cancel', { params: { path }, body: { version, reason } }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['office-returns'] }),
  });
  const button = (deed: Deed, word: string, primary = false, disabled = false) => (
    <Button
      variant={primary ? 'filled' : 'default'}
      loading={act.isPending && act.variables === deed}
      disabled={disabled || act.isPending}
      onClick={() => act.mutate(deed)}
    >
      {word}
    </Button>
  );
  const asks = it.answerDueAt !== null && it.complaint === null;
  const isOpen = it.state === 'announced' || it.state === 'received' || it.state === 'inspected';
  const closes = it.state === 'announced' || it.state === 'received';
  return (
    <div className={classes.next}>
      {it.state === 'announced' && (
        <div className={classes.acts}>
          <Select
            label={t('receiveAt')}
            data={locations.map(({ id, name }) => ({ value: id, label: name }))}
            value={locationId}
            onChange={setLocationId}
            allowDeselect={false}
          />
          {button('receive', t('receive'), true, !locationId)}
        </div>
      )}
      {it.state === 'received' && (
        <>
          <div className={classes.acts}>
            {button('restock', t('inspect'), true)}
            {button('damaged', t('inspectDamaged'))}
          </div>
          <p className={classes.soft}>{t('toFloor')}</p>
        </>
      )}
      {it.state === 'inspected' && <div className={classes.acts}>{button('settle', t('settle'), true)}</div>}
      {isOpen && asks && (
        <div className={classes.acts}>
          <TextInput
            label={t('answerText')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {button('accepted', t('acceptComplaint'), false, reason.trim().length < 3)}
          {button('refused', t('refuseComplaint'), false, reason.trim().length < 3)}
        </div>
      )}
      {closes && !asks && (
        <div className={classes.acts}>
          <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          {it.complaint?.answer !== 'accepted' &&
            it.complaint?.answer !== 'silence' &&
            button('refuse', t('refuse'), false, reason.trim().length < 3)}
          {it.state === 'announced' && button('cancel', t('cancel'), false, reason.trim().length < 3)}
        </div>
      )}
      {!closes && it.state !== 'inspected' && <p className={classes.soft}>{t('done')}</p>}
      {act.error && (
        <p role="alert" className={classes.bad}>
          {act.error.message}
        </p>
      )}
    </div>
  );
}
