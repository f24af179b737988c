export const sealSentence = (openedAt: number | null) =>
  openedAt === null
    ? 'Requests so far, for the parts of this page'
    : 'Requests this page has made since your files were opened';

/** Addresses of this page's own place without what they share. */
export const policySentence = (isSingleFile: boolean) =>
  isSingleFile
    ? 'this file carries a content security policy that names no address at all, and with it the browser itself refuses every request.'
    : 'the page carries a content security policy, and with it the browser itself refuses every address but the one this page came from.';

export const checkSentence = (isWhole: boolean) =>
  isWhole
    ? 'To see for yourself, open the browser’s network panel or pull the cable: everything still works.'
    : 'To see for yourself, open the browser’s network panel. Parts of this page are fetched from where it came from when they are first used.';

export const shortAddress = (address: string) =>
  address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
