import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, IconButton, Picture, Tag } from '../parts/index.tsx';
import { DiscountSheet } from './DiscountSheet.tsx';
import type { QuoteLine } from './quote.ts';
import { addToSale, discountSale, type SaleDraft } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** One kind of goods of the sale: what it costs and why, how many, whether they are free here. */
export function SaleLine({ line, sale, limitBp }: { line: QuoteLine; sale: SaleDraft; limitBp: number }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const [isDiscounting, setDiscounting] = useState(false);
  const own = sale.lines.find((one) => one.variantId === line.variant.id);
  const discountButton = (
    <Button kind="quiet" onClick={() => setDiscounting(true)}>
      {t('discount')}
    </Button>
  );
  const isRisen = line.quotedUnit !== null && line.listUnit.amount > line.quotedUnit.amount;
  const isShort = !line.isHeldForThem && line.freeHere < line.quantity;
  return (
    <li className={classes.line}>
      <Picture url={line.variant.pictureUrl} />
      <div className={classes.what}>
        <Link to="/floor/stock/$variantId" params={{ variantId: line.variant.id }}>
          {line.variant.title}
        </Link>
        <span>{line.variant.optionsText}</span>
        {isRisen && line.quotedUnit && (
          <span className={classes.quoted}>
            {t('quoted', {
              price: formatMoney(line.quotedUnit, language),
              list: formatMoney(line.listUnit, language),
            })}
          </span>
        )}
        {line.isHeldForThem && <Tag tone="velvet">{t('cartHeld')}</Tag>}
        {isShort && (
          <span className={classes.short}>
            {line.freeHere > 0
              ? t('freeHere', { n: line.freeHere })
              : line.heldHere > 0
                ? t('noneFree', { n: line.heldHere })
                : t('noneHere')}
          </span>
        )}
      </div>
      <div className={classes.figures}>
        <strong>{formatMoney(line.gross, language)}</strong>
        {line.discount.amount > 0 && <span>−{formatMoney(line.discount, language)}</span>}
      </div>
      {own ? (
        <div className={classes.change}>
          <IconButton label={own.quantity > 1 ? t('less') : t('remove')} onClick={() => addToSale(line.variant.id, -1)}>
            {own.quantity > 1 ? <IconMinus size={22} aria-hidden="true" /> : <IconTrash size={22} aria-hidden="true" />}
          </IconButton>
          <output aria-label={t('quantity', { title: line.variant.title })}>{own.quantity}</output>
          <IconButton label={t('more')} onClick={() => addToSale(line.variant.id, 1)}>
            <IconPlus size={22} aria-hidden="true" />
          </IconButton>
          {discountButton}
        </div>
      ) : (
        <div className={classes.change}>
          <output>{line.quantity} ×</output>
          {discountButton}
        </div>
      )}
      {isDiscounting && (
        <DiscountSheet
          unit={line.baseUnit}
          limitBp={limitBp}
          now={own ? own.discount : sale.discounts?.[line.variant.id]}
          onClose={() => setDiscounting(false)}
          onChange={(discount) => {
            setDiscounting(false);
            discountSale(line.variant.id, discount);
          }}
        />
      )}
    </li>
  );
}
