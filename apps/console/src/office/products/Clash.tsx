import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import type { FormField, ProductForm } from './productForm.ts';
import classes from './products.module.css';
import { productWords } from './words.ts';

type WithValues =
  | 'missingPrices'
  | 'reduced'
  | 'removeValue'
  | 'uploading'
  | 'uploaded'
  | 'tooLarge'
  | 'wrongType'
  | 'earlier'
  | 'later'
  | 'takeOff'
  | 'warning'
  | 'draftFound';
const names: Record<FormField, Exclude<keyof (typeof productWords)['en'], WithValues>> = {
  code: 'code',
  title: 'titleField',
  description: 'description',
  care: 'care',
  categoryCode: 'category',
  brand: 'brand',
  taxClass: 'taxClass',
  attributes: 'attributes',
  measures: 'measures',
  options: 'options',
  variants: 'variantGrid',
  warnings: 'warnings',
  maker: 'maker',
  euResponsible: 'euResponsible',
};

interface Props {
  mine: ProductForm;
  theirs: ProductForm;
  clashes: readonly FormField[];
  onChoose(chosen: Partial<ProductForm>): void;
  onClose(): void;
}

/** Two people changed the same fields: both versions side by side, a choice for each field. */
export function Clash({ mine, theirs, clashes, onChoose, onClose }: Props) {
  const t = useWords(productWords);
  const language = useLanguage();
  const [fromThem, setFromThem] = useState<ReadonlySet<FormField>>(new Set());
  const show = (form: ProductForm, field: FormField): string => {
    const value = form[field];
    if (typeof value === 'string') return value;
    if (!Array.isArray(value)) return 'en' in value ? value[language] : Object.values(value).filter(Boolean).join(', ');
    return value
      .map((row) =>
        Array.isArray(row) ? row.join(': ') : 'sku' in row ? row.sku : 'code' in row ? row.code : row[language],
      )
      .join(', ');
  };
  const choose = (field: FormField, isTheirs: boolean) => {
    const next = new Set(fromThem);
    if (isTheirs) next.add(field);
    else next.delete(field);
    setFromThem(next);
  };
  return (
    <Modal opened onClose={onClose} title={t('clashTitle')} size="xl">
      <p className={classes.hint}>{t('clashText')}</p>
      <table className={classes.clash}>
        <thead>
          <tr>
            <th>{t('field')}</th>
            <th>{t('mine')}</th>
            <th>{t('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((field) => (
            <tr key={field}>
              <td>{t(names[field])}</td>
              {[mine, theirs].map((form, index) => (
                <td key={index === 0 ? 'mine' : 'theirs'}>
                  <label>
                    <input
                      type="radio"
                      name={field}
                      checked={fromThem.has(field) === (index === 1)}
                      onChange={() => choose(field, index === 1)}
                    />
                    {show(form, field)}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        mt="lg"
        onClick={() =>
          onChoose(Object.fromEntries(clashes.map((field) => [field, (fromThem.has(field) ? theirs : mine)[field]])))
        }
      >
        {t('saveChosen')}
      </Button>
    </Modal>
  );
}
