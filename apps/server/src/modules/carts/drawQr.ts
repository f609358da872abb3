import qrcode from 'qrcode';

/** A QR code of a link as an SVG picture, dark on light as scanners want it whatever the page's colours. */
export async function drawQr(text: string): Promise<string> {
  return qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
