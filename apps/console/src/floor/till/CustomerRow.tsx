import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button } from '../parts/index.tsx';
import { ChooseCustomer } from '../people/ChooseCustomer.tsx';
import type { Quote } from './quote.ts';
import { keepSale, type SaleDraft } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** Whose sale it is, if it is anybody's. */
export function CustomerRow({ sale, quote }: { sale: SaleDraft; quote: Quote | undefined }) {
  const t = useWords(tillWords);
  const [isChoosing, setChoosing] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const shown = quote?.customer?.name ?? name;
  return (
    <div className={classes.row}>
      <Button onClick={() => setChoosing(true)}>
        <IconUser size={22} aria-hidden="true" />
        {sale.customerId || quote?.customer ? (shown ?? t('customer')) : t('noCustomer')}
      </Button>
      {sale.customerId && (
        <Button kind="quiet" onClick={() => keepSale({ ...sale, customerId: undefined })}>
          {t('withoutCustomer')}
        </Button>
      )}
      {isChoosing && (
        <ChooseCustomer
          onClose={() => setChoosing(false)}
          onChoose={(person) => {
            setName(person.name);
            keepSale({ ...sale, customerId: person.id });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}
