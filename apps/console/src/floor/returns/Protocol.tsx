import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import type { Described } from './queries.ts';
import { methodWord } from './ReturnDesk.tsx';
import classes from './returns.module.css';
import { returnWords } from './words.ts';

/**
 * On paper only: the protocol of a return, which stays beside the fiscal memory. What it must say: sale date, item, return
 * date, gross value and VAT, proof of sale, both signatures (regulation of 29 April 2019 on cash registers, § 3).
 */
export function Protocol({ described }: { described: Described }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const { return: it, goods, order, place, seller, zone } = described;
  const rate = (bp: number) => `${bp / 100}%`;
  return (
    <section className={classes.protocol} aria-hidden="true">
      <h1>
        {t('protocol')} {it.number}
      </h1>
      <dl>
        <dt>{t('seller')}</dt>
        <dd>
          {seller.companyName || seller.shopName}, {seller.address}, {seller.taxId}
        </dd>
        <dt>{t('place')}</dt>
        <dd>{place && `${place.name}, ${place.line1}, ${place.postcode} ${place.city}`}</dd>
        <dt>{t('saleDate')}</dt>
        <dd>{formatDay(order.placedAt, language, zone)}</dd>
        <dt>{t('returnDate')}</dt>
        <dd>{formatDayAndTime(it.receivedAt ?? it.announcedAt, language, zone)}</dd>
        <dt>{t('proof')}</dt>
        <dd>{t('proofOrder', { number: order.number })}</dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th>{t('goods')}</th>
            <th>{t('qty')}</th>
            <th>{t('rule')}</th>
            <th>{t('vat')}</th>
            <th>{t('gross')}</th>
          </tr>
        </thead>
        <tbody>
          {it.lines.map((line, index) => (
            <tr key={line.id}>
              <td>
                {goods[index]?.title[language]}, {goods[index]?.optionsText[language]} ({goods[index]?.sku})
                <br />
                {t('condition')}: {line.condition ? t(line.condition) : '—'}
                {line.deductionPercent > 0 && (
                  <>
                    <br />
                    {t('deduction')}: −{line.deductionPercent} % ({formatMoney(line.deduction, language, 'exact')}),{' '}
                    {line.deductionReason}
                  </>
                )}
              </td>
              <td>{line.quantity}</td>
              <td>{t(line.rule)}</td>
              <td>
                {formatMoney(goods[index]?.tax ?? { amount: 0, currency: it.currency }, language, 'exact')} (
                {rate(goods[index]?.taxRateBp ?? 0)})
              </td>
              <td>{line.amount && formatMoney(line.amount, language, 'exact')}</td>
            </tr>
          ))}
          {it.deliveryAmount.amount > 0 && (
            <tr>
              <td colSpan={4}>{t('delivery')}</td>
              <td>{formatMoney(it.deliveryAmount, language, 'exact')}</td>
            </tr>
          )}
          <tr>
            <th colSpan={4}>{t('total')}</th>
            <th>{formatMoney(it.total, language, 'exact')}</th>
          </tr>
        </tbody>
      </table>
      <p>
        {t('paidBack')}:{' '}
        {it.payouts
          .map(
            (one) =>
              `${formatMoney(one.amount, language, 'exact')} ${t(one.to === 'exchange' ? 'exchangeWay' : one.to)}${one.method && one.to === 'original' ? ` (${methodWord(t, one.method)})` : ''}`,
          )
          .join('; ')}
      </p>
      {described.creditCode && (
        <p>
          {t('code')}: <strong>{described.creditCode}</strong>
        </p>
      )}
      <div className={classes.signatures}>
        <span>{t('signCustomer')}</span>
        <span>{t('signStaff')}</span>
      </div>
    </section>
  );
}
