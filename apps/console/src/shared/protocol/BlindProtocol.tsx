import type { Answer } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../language.tsx';
import { dayOnPaper, onPaper, Paper, rateOf } from './Paper.tsx';
import { protocolWords } from './words.ts';

/** The protocol of goods taken back without a sale: there is no proof and no rule, there is a condition and a code. */
export function BlindProtocol({ it }: { it: Answer<'/api/staff/blind-returns/{id}', 'get'> }) {
  const t = useWords(protocolWords);
  const language = useLanguage();
  return (
    <Paper
      number={it.number}
      facts={[
        [t('seller'), `${it.seller.name}, ${it.seller.address}, ${it.seller.taxId}`],
        [t('place'), onPaper(it.place)],
        [t('returnDate'), dayOnPaper(it.takenAt, language, it.zone, true)],
        [t('proof'), t('noProof')],
      ]}
      groundWord={t('condition')}
      lines={it.lines.map((line) => ({
        key: line.variantId,
        goods: `${line.title[language]}, ${line.optionsText[language]} (${line.sku})`,
        quantity: line.quantity,
        ground: t(line.condition),
        tax: `${formatMoney(line.tax, language, 'exact')} (${rateOf(line.taxRateBp)})`,
        gross: formatMoney(line.amount, language, 'exact'),
      }))}
      total={formatMoney(it.total, language, 'exact')}
    >
      <p>
        {t('code')}: <strong>{it.creditCode}</strong>
      </p>
    </Paper>
  );
}
