import { shippedFile } from '../../shipped/shipped.ts';

/** The page that a report is put into (tools/build/viewer.ts). */
export const pageTemplate = async (): Promise<string> => (await shippedFile('viewer.html')).text();
