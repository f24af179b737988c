/** The page beside the app that says what each number is; entries are its anchors. */
export const handbookAddress = (entry: string) => `./statistics.html#${entry}`;
