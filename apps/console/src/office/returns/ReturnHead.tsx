import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language.tsx';
import { PageHead } from '../../shared/page/index.ts';
import { BackLink } from '../orders/OrderPage.tsx';
import orders from '../orders/orders.module.css';
import { type ReturnRow, ReturnState } from './parts.tsx';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

/** Which return this is and how far it got; its protocol is printed once it is settled. */
export function ReturnHead({ it, children }: { it: Pick<ReturnRow, 'number' | 'state'>; children?: ReactNode }) {
  const t = useWords(officeReturnWords);
  return (
    <div className={classes.onScreen}>
      <PageHead
        back={<BackLink to="/office/returns" label={t('back')} />}
        title={
          <span className={orders.title}>
            {it.number} <ReturnState state={it.state} />
          </span>
        }
      >
        {children}
        {it.state === 'settled' && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('protocolPrint')}
          </Button>
        )}
      </PageHead>
    </div>
  );
}
