import { shippedAddress } from '../../shipped/shipped.ts';

let page = $state('./statistics.html');

/** The page that ships with the app and says what each number is; entries are its anchors. */
export const handbookAddress = (entry: string) => `${page}#${entry}`;

/** In the single file the page has an address once it is unpacked. */
export const locateHandbook = async () => {
  page = await shippedAddress('statistics.html');
};
