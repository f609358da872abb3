import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { PageHead, Section, useLocations } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { LimitsForm } from './LimitsForm.tsx';
import { LocationForm, type Place } from './LocationForm.tsx';
import { RetailerForm } from './RetailerForm.tsx';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';
import { ZonesForm } from './ZonesForm.tsx';

export function SettingsPage() {
  const t = useWords(settingsWords);
  const places = useLocations();
  const [edited, setEdited] = useState<Place | 'new'>();
  const saved = () => notifications.show({ message: t('saved') });
  return (
    <>
      <PageHead title={t('title')} />
      <div className={`${office.document} ${office.narrowDocument}`}>
        <Section title={t('retailer')}>
          <RetailerForm onSaved={saved} />
        </Section>
        <Section
          title={t('locations')}
          aside={
            <Button
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={() => setEdited('new')}
            >
              {t('addLocation')}
            </Button>
          }
        >
          <ul className={classes.places}>
            {places.map((place) => (
              <li key={place.id} data-off={place.archivedAt ? '' : undefined}>
                <span>
                  <strong>{place.name}</strong>
                  <small>
                    {place.code} · {place.address.line1}, {place.address.postcode} {place.address.city}
                  </small>
                </span>
                <span>{place.archivedAt ? t('archived') : t(place.kind)}</span>
                <Button variant="subtle" size="compact-sm" onClick={() => setEdited(place)}>
                  {t('edit')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('zones')}>
          <ZonesForm />
        </Section>
        <Section title={t('limits')}>
          <LimitsForm />
        </Section>
      </div>
      {edited && (
        <Modal
          opened
          size="xl"
          onClose={() => setEdited(undefined)}
          title={edited === 'new' ? t('addLocation') : edited.name}
        >
          <LocationForm
            place={edited === 'new' ? undefined : edited}
            onDone={() => {
              saved();
              setEdited(undefined);
            }}
          />
        </Modal>
      )}
    </>
  );
}
