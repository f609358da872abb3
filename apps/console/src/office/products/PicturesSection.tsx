import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { Section } from '../../shared/page/index.ts';
import type { Product } from './productForm.ts';
import classes from './products.module.css';
import { productWords } from './words.ts';

const largest = 3 * 1024 * 1024;
const types = ['image/jpeg', 'image/png', 'image/webp', 'image/svg+xml'] as const;
const langWords = { en: 'langEn', pl: 'langPl', ru: 'langRu' } as const;

async function contentOf(file: File): Promise<string> {
  if (file.type === 'image/svg+xml') return file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Pictures are added at once; their order and words are saved together. */
export function PicturesSection({ product, onSaved }: { product: Product; onSaved(): void }) {
  const t = useWords(productWords);
  const api = useApi();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [isPlan, setPlan] = useState(false);
  const [news, setNews] = useState('');
  const [pictures, setPictures] = useState(product.pictures);
  const kept = useRef(product.pictures);
  useEffect(() => {
    // What was added meanwhile comes to what is being arranged; nothing arranged is lost.
    setPictures((before) => {
      const isTouched = JSON.stringify(before) !== JSON.stringify(kept.current);
      kept.current = product.pictures;
      if (!isTouched) return product.pictures;
      return [
        ...before.filter((one) => product.pictures.some((other) => other.id === one.id)),
        ...product.pictures.filter((one) => !before.some((other) => other.id === one.id)),
      ];
    });
  }, [product.pictures]);
  const isChanged = JSON.stringify(pictures) !== JSON.stringify(product.pictures);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['product', product.id] });
    onSaved();
  };
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/products/{code}/pictures', {
          params: { path: { code: product.code } },
          body: { version: product.version, pictures: pictures.map(({ id, alt }) => ({ id, alt })) },
        }),
      ),
    onSuccess: refresh,
  });
  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    for (const one of event.currentTarget.files ?? []) {
      const contentType = types.find((type) => type === one.type);
      if (!contentType) setNews(t('wrongType', { name: one.name }));
      else if (one.size > largest) setNews(t('tooLarge', { name: one.name }));
      else {
        setNews(t('uploading', { name: one.name }));
        try {
          await unwrap(
            api.POST('/api/staff/products/{code}/pictures', {
              params: { path: { code: product.code } },
              body: {
                kind: isPlan ? 'dimensions' : 'picture',
                contentType,
                content: await contentOf(one),
                alt: { en: '', pl: '', ru: '' },
              },
            }),
          );
          setNews(t('uploaded', { name: one.name }));
        } catch (error) {
          setNews(error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : String(error));
        }
      }
    }
    if (file.current) file.current.value = '';
    await refresh();
  };
  const move = (from: number, to: number) => {
    const next = [...pictures];
    const [one] = next.splice(from, 1);
    if (one) next.splice(to, 0, one);
    setPictures(next);
  };
  return (
    <Section
      title={t('pictures')}
      id="pictures"
      aside={
        <>
          <Checkbox label={t('plan')} checked={isPlan} onChange={(event) => setPlan(event.currentTarget.checked)} />
          <Button
            variant="subtle"
            leftSection={<IconUpload size={14} aria-hidden="true" />}
            onClick={() => file.current?.click()}
          >
            {t('upload')}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            multiple
            accept={types.join(',')}
            onChange={(event) => void add(event)}
          />
        </>
      }
    >
      <p className={classes.hint}>{t('picturesHint')}</p>
      <p role="status" className={classes.hint}>
        {save.error ? save.error.message : news}
      </p>
      <ol className={classes.pictures}>
        {pictures.map((picture, index) => (
          <li key={picture.id} className={classes.picture}>
            <img className={classes.thumb} src={picture.url} alt={picture.alt.en} width={96} height={96} />
            <div className={classes.languages}>
              {languages.map((language) => (
                <TextInput
                  key={language}
                  lang={language}
                  label={`${t('alt')}, ${t(langWords[language])}`}
                  value={picture.alt[language]}
                  maxLength={500}
                  onChange={(event) => {
                    const words = event.currentTarget.value;
                    setPictures(
                      pictures.map((one) =>
                        one.id === picture.id ? { ...one, alt: { ...one.alt, [language]: words } } : one,
                      ),
                    );
                  }}
                />
              ))}
            </div>
            <div className={classes.pictureActs}>
              <ActionIcon
                variant="default"
                disabled={index === 0}
                aria-label={t('earlier', { n: index + 1 })}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                disabled={index === pictures.length - 1}
                aria-label={t('later', { n: index + 1 })}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('takeOff', { n: index + 1 })}
                onClick={() => setPictures(pictures.filter((one) => one.id !== picture.id))}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      {isChanged && (
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {t('savePictures')}
        </Button>
      )}
    </Section>
  );
}
