import { factsOf, type ErrorFacts } from '../../../facts/statements/errors.ts';
import { readHere, type Documents } from './documents.ts';

/** A call of `Documents`, by its name. */
export type DocumentCall = {
  [Name in keyof Documents]: { name: Name; given: Parameters<Documents[Name]> };
}[keyof Documents];
export type DocumentAnswer = { found: unknown } | { error: ErrorFacts };

const found = (call: DocumentCall): Promise<unknown> =>
  call.name === 'report' ? readHere.report(...call.given) : readHere.setUp(...call.given);

addEventListener('message', ({ data }: MessageEvent<DocumentCall>) => {
  const send = (answer: DocumentAnswer): void => {
    postMessage(answer);
  };
  found(data).then(
    (document) => {
      send({ found: document });
    },
    (error: unknown) => {
      send({ error: factsOf(error) });
    },
  );
});
