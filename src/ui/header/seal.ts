export const sealSentence = (openedAt: number | null) =>
  openedAt === null
    ? 'Requests so far, for the parts of this page'
    : 'Requests this page has made since your files were opened';

/** Addresses of this page's own place without what they share. */
export const shortAddress = (address: string) =>
  address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
