import type { Answer } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../language.tsx';
import { dayOnPaper, onPaper, Paper, rateOf } from './Paper.tsx';
import { protocolWords } from './words.ts';

type Described = Answer<'/api/staff/returns/{id}', 'get'>;
const methods = ['cash', 'card', 'card_terminal', 'store_credit'] as const;

/** The protocol of goods that came back with their sale. */
export function SaleProtocol({ described }: { described: Described }) {
  const t = useWords(protocolWords);
  const language = useLanguage();
  const { return: it, goods, order, place, seller, zone } = described;
  const paid = ({ amount, to, method }: Described['return']['payouts'][number]) => {
    const known = methods.find((one) => one === method);
    const means = method && to === 'original' ? ` (${t(known ? `m_${known}` : 'm_other')})` : '';
    return `${formatMoney(amount, language, 'exact')} ${t(to)}${means}`;
  };
  return (
    <Paper
      number={it.number}
      facts={[
        [t('seller'), `${seller.companyName || seller.shopName}, ${seller.address}, ${seller.taxId}`],
        [t('place'), onPaper(place)],
        [t('saleDate'), dayOnPaper(order.placedAt, language, zone)],
        [t('returnDate'), dayOnPaper(it.receivedAt ?? it.announcedAt, language, zone, true)],
        [t('proof'), t('proofOrder', { number: order.number })],
      ]}
      groundWord={t('rule')}
      lines={it.lines.map((line, index) => ({
        key: line.id,
        goods: (
          <>
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
          </>
        ),
        quantity: line.quantity,
        ground: t(line.rule),
        tax: `${formatMoney(goods[index]?.tax ?? { amount: 0, currency: it.currency }, language, 'exact')} (${rateOf(goods[index]?.taxRateBp ?? 0)})`,
        gross: line.amount ? formatMoney(line.amount, language, 'exact') : '',
      }))}
      delivery={it.deliveryAmount.amount > 0 ? formatMoney(it.deliveryAmount, language, 'exact') : undefined}
      total={formatMoney(it.total, language, 'exact')}
    >
      <p>
        {t('paidBack')}: {it.payouts.map(paid).join('; ')}
      </p>
      {described.creditCode && (
        <p>
          {t('code')}: <strong>{described.creditCode}</strong>
        </p>
      )}
    </Paper>
  );
}
