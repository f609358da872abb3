import { describe, expect, it } from 'vitest';
import { readParcel } from './parcel.ts';

describe('what is kept of a parcel', () => {
  it('a known carrier gets its one name and the link of its own pattern', () => {
    expect(readParcel({ carrier: ' inpost', trackingNumber: '6200 1234 5678' })).toMatchObject({
      ok: true,
      value: {
        carrier: 'InPost',
        trackingNumber: '620012345678',
        trackingUrl: 'https://inpost.pl/sledzenie-przesylek?number=620012345678',
      },
    });
  });

  it('another carrier keeps its name, and the link that was given comes before the pattern', () => {
    expect(readParcel({ carrier: 'Jan i Synowie', trackingNumber: 'js/12-7' })).toMatchObject({
      value: { carrier: 'Jan i Synowie', trackingNumber: 'JS/12-7', trackingUrl: null },
    });
    const given = readParcel({ carrier: 'DPD', trackingNumber: '1234', trackingUrl: 'https://my.dpd.example/1234' });
    expect(given).toMatchObject({ value: { trackingUrl: 'https://my.dpd.example/1234' } });
  });

  it('our own driver has no number, and nothing is invented', () => {
    expect(readParcel({})).toMatchObject({
      value: { carrier: null, trackingNumber: null, trackingUrl: null },
    });
    expect(readParcel({ carrier: '  ', trackingNumber: ' ', trackingUrl: '' })).toMatchObject({
      value: { carrier: null, trackingNumber: null, trackingUrl: null },
    });
  });

  it.each(['12', '<b>1234</b>', '1234?x=1', '-1234', 'x'.repeat(41)])(
    'no number is kept that none can be: %s',
    (number) => {
      expect(readParcel({ trackingNumber: number })).toMatchObject({ ok: false, reason: 'tracking_invalid' });
    },
  );

  it.each(['http://dpd.example/1', 'javascript:alert(1)', 'https://dpd.pl@evil.example/', 'dpd.pl/1'])(
    'no link is kept that could lead elsewhere: %s',
    (trackingUrl) => {
      expect(readParcel({ trackingUrl })).toMatchObject({ ok: false, details: { field: 'trackingUrl' } });
    },
  );
});
