import { defineWords } from '@throughline/ui/words';

export const cameraWords = defineWords({
  en: {
    title: 'Scan with the camera',
    unsupported: 'This browser cannot read codes with the camera. Use a scanner, or type the code.',
    refused: 'The camera was not allowed or is in use. Allow it in the browser, or type the code.',
    again: 'Tap to go on',
    torch: 'Light',
    stop: 'Stop',
  },
  pl: {
    title: 'Skanowanie aparatem',
    unsupported: 'Ta przeglądarka nie odczyta kodów aparatem. Użyj skanera albo wpisz kod.',
    refused: 'Aparat jest zablokowany lub zajęty. Zezwól na niego w przeglądarce albo wpisz kod.',
    again: 'Dotknij, aby kontynuować',
    torch: 'Latarka',
    stop: 'Zakończ',
  },
  ru: {
    title: 'Сканирование камерой',
    unsupported: 'Этот браузер не читает коды камерой. Возьмите сканер или введите код.',
    refused: 'Камера запрещена или занята. Разрешите её в браузере или введите код.',
    again: 'Нажмите, чтобы продолжить',
    torch: 'Свет',
    stop: 'Закончить',
  },
});
