import type { Language } from '@throughline/ui/words';
import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import classes from './protocol.module.css';
import { protocolWords } from './words.ts';

/** A line of goods on paper: what, how many, on what ground, tax, gross. */
export interface PaperLine {
  key: string;
  goods: ReactNode;
  quantity: number;
  ground: string;
  tax: string;
  gross: string;
}

/**
 * On paper only: the protocol of a return, which stays beside the fiscal memory. What it must say: sale date, item, return
 * date, gross value and VAT, proof of sale, both signatures (regulation of 29 April 2019 on cash registers, § 3).
 */
export function Paper({
  number,
  facts,
  groundWord,
  lines,
  delivery,
  total,
  children,
}: {
  number: string;
  facts: readonly (readonly [string, ReactNode] | undefined)[];
  /** What the column of grounds is called: rule or condition. */
  groundWord: string;
  lines: readonly PaperLine[];
  delivery?: string | undefined;
  total: string;
  children: ReactNode;
}) {
  const t = useWords(protocolWords);
  return (
    <section className={classes.paper} aria-hidden="true">
      <h1>
        {t('protocol')} {number}
      </h1>
      <dl>
        {facts.map((fact) =>
          fact ? (
            // Pairs stand in one grid, so nothing wraps them.
            <Pair key={fact[0]} word={fact[0]}>
              {fact[1]}
            </Pair>
          ) : null,
        )}
      </dl>
      <table>
        <thead>
          <tr>
            <th>{t('goods')}</th>
            <th>{t('qty')}</th>
            <th>{groundWord}</th>
            <th>{t('vat')}</th>
            <th>{t('gross')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>{line.goods}</td>
              <td>{line.quantity}</td>
              <td>{line.ground}</td>
              <td>{line.tax}</td>
              <td>{line.gross}</td>
            </tr>
          ))}
          {delivery && (
            <tr>
              <td colSpan={4}>{t('delivery')}</td>
              <td>{delivery}</td>
            </tr>
          )}
          <tr>
            <th colSpan={4}>{t('total')}</th>
            <th>{total}</th>
          </tr>
        </tbody>
      </table>
      {children}
      <div className={classes.signatures}>
        <span>{t('signCustomer')}</span>
        <span>{t('signStaff')}</span>
      </div>
    </section>
  );
}

function Pair({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  );
}

type Place = { name: string; line1: string; postcode: string; city: string } | null;

/** A place as it stands on paper. */
export const onPaper = (place: Place): string =>
  place ? `${place.name}, ${place.line1}, ${place.postcode} ${place.city}` : '';

/** A day on paper has its year: it is read years later. */
export const dayOnPaper = (at: string, language: Language, zone: string, time = false): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    dateStyle: 'long',
    ...(time ? { timeStyle: 'short' } : {}),
  }).format(new Date(at));

export const rateOf = (basisPoints: number): string => `${basisPoints / 100}%`;
