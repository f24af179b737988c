import { pathToFileURL } from 'node:url';
import { drop, employment, steel, STEEL } from '../files.ts';
import { Firefox } from '../firefox.ts';
import { PlainServer } from '../plain-server.ts';
import { expect, test } from '../watched.ts';

/** Firefox reports what the policy keeps a library from trying; the library goes on without. */
const REFUSED_EVAL = /^Content-Security-Policy: .* blocked a JavaScript eval /;
const done = { timeout: 90_000 };
/** Any file field will do: files find their sides by their names. */
const FIELD = '.offers input[type="file"]';
const SENTENCE = 'document.querySelector(\'[data-testid="verdict"]\')?.textContent.trim()';
const FINDINGS = `[...document.querySelectorAll('[data-testid="drift-row"]')].map((row) => row.innerText.replace(/\\s+/g, ' ').trim()).join('\\n')`;

test('Firefox comes to the same report, on the site and from a disk, and asks for nothing else', async ({ page }) => {
  test.setTimeout(300_000);
  const server = new PlainServer();
  await server.start();
  const firefox = await Firefox.start();
  for (const address of [server.address(), pathToFileURL('dist/plumbline.html').href]) {
    for (const [files, sentence] of [
      [steel, STEEL],
      [employment, 'of 19 columns'],
    ] as const) {
      await page.goto(address);
      await drop(page, ...files);
      await expect(page.getByTestId('verdict')).toContainText(sentence, done);
      const expected = (await page.evaluate<string>(FINDINGS)).split('\n');
      expect(expected.length).toBeGreaterThan(10);

      await firefox.goto(address);
      await firefox.text('window.plumbline.ready');
      await firefox.choose(FIELD, ...files);
      await expect.poll(() => firefox.text(SENTENCE), done).toMatch(sentence);
      expect(await firefox.text(SENTENCE)).toBe((await page.getByTestId('verdict').textContent())?.trim());
      expect((await firefox.text(FINDINGS)).split('\n')).toEqual(expected);
    }
  }
  await firefox.close();
  const beside = new RegExp(`^(${server.address()}|file:///.*/plumbline\\.html$)`);
  expect(firefox.requests.filter((url) => !beside.test(url))).toEqual([]);
  expect(firefox.errors.filter((error) => !REFUSED_EVAL.test(error))).toEqual([]);
  await server.stop();
});
