import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Facts, Section, Waiting } from '../../shared/page/index.ts';
import { BlindProtocol } from '../../shared/protocol/BlindProtocol.tsx';
import office from '../office.module.css';
import orders from '../orders/orders.module.css';
import { ReturnHead } from './ReturnHead.tsx';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

/** Goods taken back without a sale: what came, what was given for it, by whom, and the protocol to print. */
export function BlindStory() {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const { id = '' } = useParams({ strict: false });
  const {
    data: it,
    error,
    refetch,
  } = useQuery({
    queryKey: ['office-returns', 'blind', id],
    queryFn: () => unwrap(api.GET('/api/staff/blind-returns/{id}', { params: { path: { id } } })),
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!it) return <Waiting label={t('title')} />;
  const { name, phone, email } = it.contact;
  // Months away, so the year is said.
  const until = new Date(Date.parse(it.creditUntil) - 1).toISOString();
  return (
    <>
      <ReturnHead it={{ number: it.number, state: 'settled' }} />
      <div className={office.document}>
        <div className={`${orders.page} ${classes.onScreen}`}>
          <div>
            <Section title={t('goods')}>
              <p className={classes.soft}>{t('noSale')}</p>
              <ul className={classes.open}>
                {it.lines.map((line) => (
                  <li key={line.variantId}>
                    <span>
                      {line.quantity} × {line.title[language]}, {line.optionsText[language]}
                      <br />
                      <span className={classes.soft}>
                        {t(line.condition)} · {t(`out_${line.outcome as 'restock' | 'damaged' | 'write_off'}`)}
                        {line.sku && ` · ${line.sku}`}
                      </span>
                    </span>
                    <span>{formatMoney(line.amount, language, 'exact')}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
          <div>
            <Section title={t('facts')}>
              <Facts
                items={[
                  [t('kind'), t('kind_no_receipt')],
                  it.place ? [t('places'), `${it.place.name}, ${it.place.city}`] : undefined,
                  [t('takenAt'), formatDayAndTime(it.takenAt, language, it.zone)],
                  it.takenBy ? [t('takenBy'), it.takenBy] : undefined,
                  [t('total'), formatMoney(it.total, language, 'exact')],
                  [t('code'), it.creditCode],
                  [t('codeUntil'), `${formatDay(until, language, it.zone)} ${until.slice(0, 4)}`],
                  [t('contact'), [name, phone, email].filter(Boolean).join(', ')],
                  it.note ? [t('note'), it.note] : undefined,
                ]}
              />
            </Section>
          </div>
        </div>
        <BlindProtocol it={it} />
      </div>
    </>
  );
}
