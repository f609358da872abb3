import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type Answer, type Body, ProblemError } from '@throughline/client';
import { type Channel, ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatDay, formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, useListState } from '../../shared/list/index.ts';
import { dayStart, nextDay } from '../../shared/page/days.ts';
import { Facts, PageHead, Section, sent, useLocations, Waiting, WideTable } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import { LimitsForm } from './LimitsForm.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

type Story = Answer<'/api/staff/stock/{variantId}/{locationId}/story', 'get'>;
type Line = Story['items'][number];
type Change = Body<'/api/staff/stock/changes', 'post'>['changes'][number];

export function StockStory() {
  const t = useWords(stockWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { variantId = '', locationId = '' } = useParams({ strict: false });
  const state = useListState();
  const { day, kinds: shownKinds } = state.search;
  const kindsAsked = kindGroups.find((group) => group.id === shownKinds)?.kinds;
  const places = useLocations().filter((place) => !place.archivedAt);
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['stock-story', variantId, locationId, day, shownKinds],
    queryFn: ({ pageParam }) => {
      const zone = places.find((place) => place.id === locationId)?.zone ?? 'Europe/Warsaw';
      const asOf = day ? new Date(Date.parse(dayStart(nextDay(day), zone)) - 1).toISOString() : undefined;
      return unwrap(
        api.GET('/api/staff/stock/{variantId}/{locationId}/story', {
          params: {
            path: { variantId, locationId },
            query: sent({ cursor: pageParam, asOf, kinds: kindsAsked && [...kindsAsked], limit: 50 }),
          },
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  useLive(['stock.'], () => void queries.invalidateQueries({ queryKey: ['stock-story', variantId, locationId] }));
  const [pageAt, setPageAt] = useState(0);
  const story = query.data?.pages[0];
  if (query.error && !story) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  if (!story) return <Waiting label={t('title')} />;
  // One page at a time: a ledger of years must not fill the screen's memory.
  const pages = query.data?.pages ?? [];
  const at = Math.min(pageAt, pages.length - 1);
  const lines = pages[at]?.items ?? [];
  const goEarlier = async () => {
    if (at + 1 >= pages.length) await query.fetchNextPage();
    setPageAt(at + 1);
  };
  const { level, location } = story;
  const number = day ? (pages[0]?.items[0]?.onHandAfter ?? 0) : (level?.free ?? 0);
  return (
    <>
      <PageHead
        back={<BackLink to="/office/stock" label={t('back')} />}
        title={
          <>
            {story.variant.title[language]}, {story.variant.optionsText[language]}
            <span className={classes.where}> · {location.name}</span>
          </>
        }
      >
        <Select
          aria-label={t('location')}
          value={locationId}
          allowDeselect={false}
          data={places.map((place) => ({ value: place.id, label: place.name }))}
          onChange={(id) => {
            if (id)
              void navigate({ to: '/office/stock/$variantId/$locationId', params: { variantId, locationId: id } });
          }}
        />
      </PageHead>
      <div className={office.document}>
        <div className={classes.page}>
          <div>
            <Section title={t('whyTitle', { n: number })}>
              <Balance level={level} language={language} zone={location.zone} />
            </Section>
            <Section title={t('holds')}>
              <Holds story={story} />
            </Section>
            <Section title={t('changeStock')}>
              <ChangeForm variantId={variantId} locationId={locationId} />
            </Section>
            <Section title={t('limits')}>
              <LimitsForm
                key={`${locationId} ${level?.ownSafety ?? ''} ${level?.display ?? 0} ${level?.incoming ?? 0} ${level?.incomingAt ?? ''}`}
                variantId={variantId}
                locationId={locationId}
                level={level}
                zone={location.zone}
              />
            </Section>
          </div>
          <Section
            title={t('ledger')}
            aside={
              <span className={classes.ledgerTools}>
                <select
                  aria-label={t('showKinds')}
                  value={shownKinds ?? ''}
                  onChange={(event) => {
                    setPageAt(0);
                    state.change({ kinds: event.currentTarget.value || undefined });
                  }}
                >
                  <option value="">{t('kinds_all')}</option>
                  {kindGroups.map(({ id }) => (
                    <option key={id} value={id}>
                      {t(`kinds_${id}`)}
                    </option>
                  ))}
                </select>
                <label className={classes.asOfDay}>
                  {t('asOfField')}
                  <input
                    type="date"
                    value={day ?? ''}
                    onChange={(event) => state.change({ day: event.currentTarget.value || undefined })}
                  />
                  {day && (
                    <Button variant="subtle" size="compact-sm" onClick={() => state.change({ day: undefined })}>
                      {t('now')}
                    </Button>
                  )}
                </label>
              </span>
            }
          >
            <Ledger lines={lines} zone={location.zone} />
            <p className={classes.more}>
              {at > 0 && (
                <Button variant="default" onClick={() => setPageAt(at - 1)}>
                  {t('newer')}
                </Button>
              )}{' '}
              {at + 1 < pages.length || query.hasNextPage ? (
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void goEarlier()}>
                  {t('more')}
                </Button>
              ) : (
                t(lines.length > 0 ? 'begin' : 'noMovements')
              )}
            </p>
          </Section>
        </div>
      </div>
    </>
  );
}

function Balance({ level, language, zone }: { level: Story['level']; language: 'en' | 'pl' | 'ru'; zone: string }) {
  const t = useWords(stockWords);
  if (!level) return <p className={classes.soft}>{t('noMovements')}</p>;
  const { onHand, reserved, damaged, safety, free, display, incoming, incomingAt } = level;
  return (
    <>
      <p className={free < 0 ? classes.shortSum : classes.sumLine}>
        {t(damaged > 0 ? 'sumDamaged' : 'sum', { onHand, reserved, damaged, safety, free })}
      </p>
      <Facts
        items={[
          [t('onHand'), onHand],
          [t('reserved'), reserved],
          [t('damaged'), damaged],
          [t('safety'), safety],
          [t('display'), display],
          [
            t('incoming'),
            incoming > 0 && incomingAt
              ? t('incomingOn', { n: incoming, day: formatDay(incomingAt, language, zone) })
              : incoming,
          ],
        ]}
      />
    </>
  );
}

function Holds({ story }: { story: Story }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  if (story.holds.length === 0) return <p className={classes.soft}>{t('noHolds')}</p>;
  return (
    <ul className={classes.holds}>
      {story.holds.map((hold) => (
        <li key={hold.id}>
          <strong>{hold.quantity}</strong>
          <span>
            {t(`purpose_${hold.purpose}` as 'purpose_pickup')}
            {hold.code && <span className={classes.code}>{hold.code}</span>}
            {hold.order && (
              <Link to="/office/orders/$id" params={{ id: hold.order.id }}>
                {hold.order.number}
              </Link>
            )}
            {hold.atRisk && <span className={classes.short}>{t('atRisk')}</span>}
            {hold.until && (
              <small>{t('until', { time: formatDayAndTime(hold.until, language, story.location.zone) })}</small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const signed = (n: number) => (n === 0 ? '' : n > 0 ? `+${n}` : `−${-n}`);

function Ledger({ lines, zone }: { lines: readonly Line[]; zone: string }) {
  const t = useWords(stockWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const kind = (line: Line) => {
    const key = `k_${line.kind}`;
    const known = t(key as 'k_count');
    return known === key ? line.kind : known;
  };
  const who = (line: Line) =>
    line.actorName ??
    (line.actor.startsWith('shopper:') || line.actor === 'anonymous'
      ? t('customer')
      : line.actor.startsWith('machine:')
        ? t('machine')
        : t('system'));
  if (lines.length === 0) return null;
  return (
    <WideTable label={t('ledger')}>
      <table className={classes.ledger}>
        <thead>
          <tr>
            <th>{t('when')}</th>
            <th>{t('what')}</th>
            <th data-align="end">{t('change')}</th>
            <th data-align="end">{t('heldChange')}</th>
            <th data-align="end">{t('after')}</th>
            <th>{t('cause')}</th>
            <th>{t('who')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td className={classes.nowrap}>{formatDayAndTime(line.at, language, zone)}</td>
              <td>
                {kind(line)}
                {line.reason && <small>{line.reason}</small>}
              </td>
              <td data-align="end">
                {signed(line.onHandDelta)}
                {line.damagedDelta !== 0 && <small>{t('damagedBy', { n: signed(line.damagedDelta) })}</small>}
              </td>
              <td data-align="end">{signed(line.reservedDelta)}</td>
              <td data-align="end">
                <small>{line.onHandAfter - line.onHandDelta} → </small>
                <strong>{line.onHandAfter}</strong>
                {line.reservedAfter > 0 && <small> − {line.reservedAfter}</small>}
              </td>
              <td>
                {line.order ? (
                  <Link to="/office/orders/$id" params={{ id: line.order.id }}>
                    {t('order', { number: line.order.number })}
                  </Link>
                ) : line.hold ? (
                  line.hold.code ? (
                    t('hold', { code: line.hold.code })
                  ) : (
                    t(`purpose_${line.hold.purpose}` as 'purpose_pickup')
                  )
                ) : line.document ? (
                  <span className={classes.code}>{line.document.id}</span>
                ) : (
                  ''
                )}
              </td>
              <td>
                <span className={classes.actor}>
                  {!line.actor.startsWith('system:') && <ChannelIcon channel={line.channel} size={14} />}
                  {who(line)}
                </span>
                {!line.actor.startsWith('system:') && <small>{channelName(line.channel as Channel)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** What people look for in a ledger: what came and went, what was promised, what was set right. */
const kindGroups = [
  { id: 'goods', kinds: ['receive', 'consume', 'sale', 'return', 'write_off'] },
  { id: 'promises', kinds: ['reserve', 'release', 'expire', 'supersede', 'consume'] },
  { id: 'corrections', kinds: ['count', 'adjust', 'damage', 'repair', 'write_off', 'import'] },
] as const;

const kinds = ['receive', 'count', 'adjust', 'damage', 'repair', 'write_off', 'return'] as const;

/** One change with its reason; what it came to is said by the server. */
function ChangeForm({ variantId, locationId }: { variantId: string; locationId: string }) {
  const t = useWords(stockWords);
  const api = useApi();
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof kinds)[number]>('receive');
  const [quantity, setQuantity] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newKey);
  const save = useMutation({
    mutationFn: () => {
      const n = Number(quantity);
      const where = { variantId, locationId, reason: reason.trim() };
      const change: Change =
        kind === 'count'
          ? { ...where, kind, counted: n }
          : kind === 'damage' || kind === 'write_off'
            ? { ...where, kind, delta: -Math.abs(n) }
            : { ...where, kind, delta: n };
      return unwrap(
        api.POST('/api/staff/stock/changes', {
          body: { changes: [change] },
          headers: { 'idempotency-key': key },
        }),
      );
    },
    onSuccess: async ({ items }) => {
      const done = items[0];
      if (done) notifications.show({ message: t('saved', { before: done.before, after: done.after }) });
      setQuantity('');
      setReason('');
      setKey(newKey());
      await queries.invalidateQueries({ queryKey: ['stock-story'] });
      await queries.invalidateQueries({ queryKey: ['office-stock'] });
    },
  });
  const { error } = save;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.change}>
      <Select
        label={t('kind')}
        value={kind}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`k_${value}`) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'receive')}
      />
      <NumberInput
        label={t(kind === 'count' ? 'counted' : 'quantity')}
        value={quantity}
        onChange={setQuantity}
        allowDecimal={false}
        allowNegative={kind === 'adjust'}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('reason')}
        value={reason}
        minLength={3}
        maxLength={500}
        required
        withAsterisk={false}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={
          error instanceof ProblemError
            ? error.code === 'wrong_location'
              ? t('wrongLocation')
              : (error.problem.detail ?? error.problem.title)
            : undefined
        }
      />
      <Button type="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
