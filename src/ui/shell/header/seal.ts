/** An address as it is listed: those of this page's own place without what they share. */
export const shortAddress = (address: string) =>
  address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
