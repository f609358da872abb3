import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Check, Field, IconButton, Notice, Picture } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { DiscountSheet } from '../till/DiscountSheet.tsx';
import { type Discount, discounted } from '../till/discount.ts';
import { changeOf, type Paid, PaymentFields, toPayment, unpaid } from '../till/PaymentFields.tsx';
import { keepSale } from '../till/saleDraft.ts';
import type { WorkView } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { PriceOf } from './Goods.tsx';
import { type Counts, countsOf, Stepper, startPieces, worthOf } from './pieces.tsx';
import { useServing } from './useServing.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

type Order = Answer<'/api/staff/fulfilments/{id}/hand-over', 'post'>;

/** The customer stands here: what to pay in figures that are read across the counter, then one act. */
export function HandOver({ work, onClose }: { work: WorkView; onClose(): void }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const perform = usePerform();
  const now = useNow();
  const { row, desk } = work;
  const [paid, setPaid] = useState<Paid>(unpaid);
  const [discount, setDiscount] = useState<Discount>();
  const [isDiscounting, setDiscounting] = useState(false);
  const [isOther, setOther] = useState(row.collector !== null);
  const [collector, setCollector] = useState(row.collector ?? '');
  const [idSeen, setIdSeen] = useState(false);
  const [receiptTo, setReceiptTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' }>();
  const [corrected, setCorrected] = useState<Money>();
  const [done, setDone] = useState<Order>();
  const [pieces, setPieces] = useState<Counts | undefined>(() => startPieces(work));
  useServing(row.id);

  const unit = payableUnit(work);
  const all = row.items.reduce((sum, item) => sum + item.quantity, 0);
  const leaving = pieces ? row.items.reduce((sum, item) => sum + (pieces[item.variantId] ?? 0), 0) : all;
  const listed = pieces ? worthOf(work, pieces) : (desk.toPay ?? { amount: 0, currency: 'PLN' });
  const toPay =
    corrected ?? (discount && unit ? { ...listed, amount: discounted(unit, discount).amount * leaving } : listed);
  const owes = toPay.amount > 0;
  const change = changeOf(paid, toPay);

  const handOver = async () => {
    setBusy(true);
    setTold(undefined);
    const outcome = await perform<Order>({
      deed: 'handOver',
      about: row.code,
      url: `/api/staff/fulfilments/${row.id}/hand-over`,
      body: {
        ...(owes ? { payment: toPayment(paid, toPay) } : {}),
        ...(discount ? { discount } : {}),
        ...(isOther && collector.trim() ? { collectedBy: collector.trim() } : {}),
        ...(idSeen ? { idSeen } : {}),
        ...(receiptTo.trim() ? { receiptTo: receiptTo.trim() } : {}),
        ...(pieces && leaving < all
          ? {
              pieces: row.items.flatMap(({ variantId }) => {
                const quantity = pieces[variantId] ?? 0;
                return quantity > 0 ? [{ variantId, quantity }] : [];
              }),
            }
          : {}),
      },
    });
    setBusy(false);
    if (outcome.state === 'done') setDone(outcome.answer);
    if (outcome.state === 'kept') setTold({ text: t('notConfirmed'), tone: 'brass' });
    if (outcome.state === 'refused') {
      const due = outcome.problem.toPay as Money | undefined;
      if (due) setCorrected(due);
      setTold({
        text: due ? t('amountChanged', { sum: formatMoney(due, language) }) : problemText(outcome.problem, language),
        tone: 'brick',
      });
    }
  };

  if (done) return <Done work={work} order={done} change={change} onClose={onClose} />;
  return (
    <section className={classes.desk} tabIndex={-1} data-focus-first aria-label={t('handOver')}>
      <div className={classes.deskHead}>
        <span>{owes ? t('toPay') : t('nothingToPay')}</span>
        <IconButton label={t('back')} onClick={onClose}>
          <IconX size={26} aria-hidden="true" />
        </IconButton>
      </div>
      <p className={classes.sum} data-owes={owes}>
        {owes ? formatMoney(toPay, language) : t('paid')}
      </p>
      <ul className={classes.deskLines}>
        {row.items.map((item) => (
          <li key={item.variantId}>
            <Picture url={item.pictureUrl} />
            <div>
              <strong>
                {pieces ? `${pieces[item.variantId] ?? 0} / ${item.quantity}` : item.quantity} × {item.title}
              </strong>
              <span>{item.optionsText}</span>
              <PriceOf work={work} variantId={item.variantId} />
            </div>
            {pieces && (
              <Stepper
                title={item.title}
                value={pieces[item.variantId] ?? 0}
                most={item.quantity}
                onChange={(quantity) => {
                  setPieces({ ...pieces, [item.variantId]: quantity });
                  setCorrected(undefined);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={classes.deskFacts}>
        <strong>{desk.customer?.name ?? row.customerName ?? t('noCustomer')}</strong>
        {row.place && <span>{row.place}</span>}
        {owes && desk.payableUntil && (
          <span>{t('priceStands', { time: whenText(desk.payableUntil, now, language, work.zone) })}</span>
        )}
      </p>
      {owes && <PaymentFields toPay={toPay} paid={paid} onChange={setPaid} />}
      <div className={classes.options}>
        {work.needsId && (
          <Notice tone="brass" icon={<IconAlertTriangle size={24} aria-hidden="true" />}>
            <span>{t('idText')}</span>
          </Notice>
        )}
        {work.needsId && <Check label={t('idSeen')} checked={idSeen} onChange={setIdSeen} />}
        {row.kind === 'pickup' && all > 1 && (
          <Check
            label={t('onlyPart')}
            checked={pieces !== undefined}
            onChange={(isPart) => {
              setPieces(isPart ? countsOf(work) : undefined);
              setCorrected(undefined);
            }}
          />
        )}
        <Check label={t('someoneElse')} checked={isOther} onChange={setOther} />
        {isOther && (
          <Field
            label={t('collector')}
            value={collector}
            maxLength={120}
            onChange={(event) => setCollector(event.currentTarget.value)}
          />
        )}
        {owes && desk.customer?.email ? (
          <p className={classes.hint}>{t('receiptGoes', { address: desk.customer.email.masked })}</p>
        ) : (
          owes && (
            <Field
              label={t('receiptTo')}
              type="email"
              inputMode="email"
              value={receiptTo}
              onChange={(event) => setReceiptTo(event.currentTarget.value)}
            />
          )
        )}
        {unit && (
          <Button onClick={() => setDiscounting(true)}>
            {t('discount')}
            {discount && `: ${formatMoney(discounted(unit, discount), language)}`}
          </Button>
        )}
      </div>
      <div className={classes.deskFoot}>
        {told && (
          <Notice tone={told.tone} role="alert">
            <span>{told.text}</span>
          </Notice>
        )}
        <Button
          kind="primary"
          wide
          busy={busy}
          disabled={
            told?.tone === 'brass' ||
            leaving === 0 ||
            (work.needsId && !idSeen) ||
            (isOther && collector.trim().length < 2) ||
            (owes && paid.method === 'cash' && (change === undefined || change.amount < 0))
          }
          onClick={() => void handOver()}
        >
          {owes
            ? t(paid.method === 'cash' ? 'payCash' : 'payCard', { sum: formatMoney(toPay, language) })
            : leaving < all
              ? t('handOverSome', { n: leaving, all })
              : t('handOver')}
        </Button>
      </div>
      {isDiscounting && unit && (
        <DiscountSheet
          unit={unit}
          limitBp={work.discountLimitBp}
          now={discount}
          onClose={() => setDiscounting(false)}
          onChange={(next) => {
            setDiscount(next);
            setCorrected(undefined);
            setDiscounting(false);
          }}
        />
      )}
    </section>
  );
}

/** What one piece costs who takes it now: of a hold the lower of quoted and current, of an order what was agreed and is not paid. */
function payableUnit({ row, desk }: WorkView): Money | undefined {
  const [line, ...more] = desk.lines;
  if (more.length > 0 || !line || !desk.toPay || desk.toPay.amount === 0) return undefined;
  if (row.kind === 'hold' && !line.quotedAt) return undefined;
  return { ...desk.toPay, amount: Math.round(desk.toPay.amount / line.quantity) };
}

function Done({
  work,
  order,
  change,
  onClose,
}: {
  work: WorkView;
  order: Order;
  change: Money | undefined;
  onClose(): void;
}) {
  const t = useWords(workWords);
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <section className={classes.done} role="status">
      <IconCheck size={72} stroke={2} aria-hidden="true" />
      <h2>{t('doneTitle')}</h2>
      <p>{t(order.state === 'completed' ? 'doneText' : 'donePart', { number: order.number })}</p>
      {change && change.amount > 0 && (
        <p className={classes.changeDue}>
          <span>{t('change')}</span>
          <strong>{formatMoney(change, language)}</strong>
        </p>
      )}
      <Button
        onClick={() => {
          keepSale({ lines: [], customerId: work.desk.customer?.id });
          void navigate({ to: '/floor/till' });
        }}
      >
        {t('sellMore')}
      </Button>
      <Button
        kind="primary"
        wide
        data-focus-first
        onClick={() => {
          onClose();
          void navigate({ to: '/floor', search: { stage: 'ready' } });
        }}
      >
        {t('next')}
      </Button>
    </section>
  );
}
