import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { type Channel, ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Facts, PageHead, Section, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import office from '../office.module.css';
import { OrderActs, OrderNote } from './OrderActs.tsx';
import { NextAct, type OrderPageData, OrderState, OrderTimeline, useOrderPage } from './orderParts.tsx';
import classes from './orders.module.css';
import { Parcels } from './Parcels.tsx';
import { leftToRefund, RefundForm } from './RefundForm.tsx';
import { orderWords } from './words.ts';

export function OrderPage() {
  const t = useWords(orderWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const { id } = useParams({ strict: false });
  const { zone } = useRetailer();
  const { data, error, refetch } = useOrderPage(id ?? '');
  const { role } = useMe();
  const mayRefund = role === 'manager' || role === 'admin';
  const [isRefunding, setRefunding] = useState(false);
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  const { order } = data;
  return (
    <>
      <PageHead
        back={<BackLink to="/office/orders" label={t('back')} />}
        title={
          <span className={classes.title}>
            {order.number} <OrderState state={order.state} />
          </span>
        }
      >
        <span className={classes.placed}>
          <ChannelIcon channel={order.channel} /> {channelName(order.channel as Channel)} ·{' '}
          {formatDayAndTime(order.placedAt, language, zone)}
        </span>
        <Button
          variant="default"
          className={classes.noPrint}
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </PageHead>
      <div className={office.document}>
        <div className={classes.page}>
          <div>
            <Section title={t('next')}>
              <NextAct page={data} />
            </Section>
            <Section title={t('lines')}>
              <Lines page={data} />
            </Section>
            <Parcels page={data} />
            <OrderActs page={data} />
            <Section
              title={t('payments')}
              aside={
                mayRefund &&
                leftToRefund(data) > 0 && (
                  <Button variant="subtle" className={classes.noPrint} onClick={() => setRefunding(true)}>
                    {t('giveBack')}
                  </Button>
                )
              }
            >
              <Payments page={data} />
              {isRefunding && <RefundForm page={data} onClose={() => setRefunding(false)} />}
            </Section>
            <Section title={t('credits')}>
              <Credits page={data} />
            </Section>
          </div>
          <div>
            <Section title={t('who')}>
              <Who page={data} />
            </Section>
            <Section title={t('notes')}>
              <OrderNote page={data} />
            </Section>
            <Section title={t('timeline')}>
              <OrderTimeline page={data} />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}

/** Back as the browser would, so that the list is as it was; by the address when one came from elsewhere. */
export function BackLink({ to, label }: { to: string; label: string }) {
  const router = useRouter();
  return (
    <Link
      to={to}
      className={classes.back}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || !router.history.canGoBack()) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={18} aria-hidden="true" />
    </Link>
  );
}

function Lines({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { order, goods, locations } = page;
  const money = (amount: { amount: number; currency: string }) => formatMoney(amount, language, 'exact');
  const hasDiscount = order.totals.discount.amount > 0;
  return (
    <WideTable label={t('lines')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('item')}</th>
            <th data-align="end">{t('quantity')}</th>
            <th data-align="end">{t('unit')}</th>
            {hasDiscount && <th data-align="end">{t('discount')}</th>}
            <th data-align="end">{t('tax')}</th>
            <th data-align="end">{t('gross')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => {
            const card = goods.find((one) => one.variantId === line.variantId);
            const place = 'locationId' in line.way ? line.way.locationId : undefined;
            const title = line.kind === 'delivery' ? t('delivery') : (line.snapshot.title?.[language] ?? card?.title);
            return (
              <tr key={line.id} data-off={line.state === 'cancelled' ? '' : undefined}>
                <td>
                  <span className={classes.item}>
                    {line.kind === 'goods' &&
                      (card?.pictureUrl ? <img src={card.pictureUrl} alt="" /> : <span aria-hidden="true" />)}
                    <span>
                      {card ? (
                        <Link to="/office/products/$id" params={{ id: card.productId }}>
                          {title}
                        </Link>
                      ) : (
                        title
                      )}
                      {line.kind === 'goods' && (
                        <small>
                          {[
                            line.snapshot.options?.[language],
                            line.snapshot.sku,
                            t(`way_${line.way.method}`),
                            locations.find((one) => one.id === place)?.name,
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </small>
                      )}
                    </span>
                  </span>
                </td>
                <td data-align="end">{line.quantity}</td>
                <td data-align="end">{money(line.unit)}</td>
                {hasDiscount && <td data-align="end">{line.discount.amount > 0 ? `−${money(line.discount)}` : ''}</td>}
                <td data-align="end">
                  {money(line.tax)} <small>{line.taxRateBp / 100} %</small>
                </td>
                <td data-align="end">{money(line.gross)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={hasDiscount ? 4 : 3}>
              {t('totals')} <small>{`${t('net')} ${money(order.totals.net)}`}</small>
            </td>
            <td data-align="end">{money(order.totals.tax)}</td>
            <td data-align="end">{money(order.totals.gross)}</td>
          </tr>
          {order.worth.gross.amount !== order.totals.gross.amount && (
            <tr>
              <td colSpan={hasDiscount ? 4 : 3}>{t('worthNow')}</td>
              <td data-align="end">{money(order.worth.tax)}</td>
              <td data-align="end">{money(order.worth.gross)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </WideTable>
  );
}

function Payments({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  if (page.payments.length === 0) return <p className={classes.soft}>{t('noPayments')}</p>;
  const word = (key: string, fallback: string) => {
    const known = t(key as 'title');
    return known === key ? fallback : known;
  };
  return (
    <ul className={classes.plainList}>
      {page.payments.map((payment) => (
        <li key={payment.id}>
          <span>
            {word(`method_${payment.method}`, payment.method)} · {word(`pay_${payment.state}`, payment.state)}
            {payment.declineReason && ` (${payment.declineReason})`}
            <small>
              {formatDayAndTime(payment.createdAt, language, zone)}
              {payment.refunded.amount > 0 &&
                ` · ${t('refunded', { amount: formatMoney(payment.refunded, language, 'exact') })}`}
              {payment.refunding.amount > 0 &&
                ` · ${t('refunding', { amount: formatMoney(payment.refunding, language, 'exact') })}`}
              {payment.isLate && ` · ${t('cameLate')}`}
            </small>
          </span>
          <span>{formatMoney(payment.amount, language, 'exact')}</span>
        </li>
      ))}
    </ul>
  );
}

const parts = ['advisedBy', 'heldBy', 'fulfilledBy', 'handedOverBy'] as const;

function Credits({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const nameOf = (id: string | null) => page.people.find((one) => one.id === id)?.name;
  const items = parts.flatMap((part) => {
    const names = [...new Set(page.order.lines.flatMap((line) => nameOf(line.credits[part]) ?? []))];
    return names.length > 0 ? [[t(part), names.join(', ')] as const] : [];
  });
  return items.length > 0 ? <Facts items={items} /> : <p className={classes.soft}>{t('nobody')}</p>;
}

function Who({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const { order, customerId } = page;
  const { contact, deliveryAddress: address, contractMadeAt: contract } = order;
  const language = useLanguage();
  const { zone } = useRetailer();
  const howOf = (delivery: NonNullable<typeof order.delivery>) =>
    delivery.latest
      ? t('deliveryBy', {
          how: delivery.name[language],
          day: formatDay(delivery.latest, language, zone),
          rate: formatMoney(delivery.rate, language, 'exact'),
        })
      : delivery.name[language];
  const place = page.locations.find((one) => one.id === contract.locationId)?.name ?? '';
  return (
    <>
      <Facts
        items={[
          [t('customer'), contact.name ?? t('guest')],
          contact.email
            ? [
                'E-mail',
                <a key="mail" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>,
              ]
            : undefined,
          contact.phone
            ? [
                'Tel.',
                <a key="tel" href={`tel:${contact.phone}`}>
                  {contact.phone}
                </a>,
              ]
            : undefined,
          address
            ? [
                t('address'),
                [address.name, address.line1, address.line2, `${address.postcode} ${address.city}`, address.note]
                  .filter(Boolean)
                  .join(', '),
              ]
            : undefined,
          order.delivery ? [t('deliveryHow'), howOf(order.delivery)] : undefined,
          [
            t('contract'),
            contract.place === 'distance' ? t('contract_distance') : t('contract_on_premises', { place }),
          ],
          order.couponCode ? [t('coupon'), order.couponCode] : undefined,
        ]}
      />
      {customerId && (
        <p className={classes.noPrint}>
          <Anchor component={Link} to={`/office/customers/${customerId}`}>
            {t('openProfile')}
          </Anchor>
          {' · '}
          <Anchor component={Link} to={`/insight/journeys/${customerId}`}>
            {t('openCustomer')}
          </Anchor>
        </p>
      )}
    </>
  );
}
