export const sealSentence = (openedAt: number | null) =>
  openedAt === null
    ? 'Requests so far, all for parts of this page'
    : 'Requests this page has made since your files were opened';
