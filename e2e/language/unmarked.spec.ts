import { expect, test } from '@playwright/test';
import { readingsOf, textsDuring, textsOf, type PlacedText } from './placed-texts.ts';
import { cellsOf, Ledger, outsideMarks, Unmarked } from './unmarked.ts';

const textsIn = (texts: readonly PlacedText[]): string[] => texts.map(({ text }) => text.replace(/\s+/g, ' ').trim());

test('words outside the marks are found, data and what Intl writes are not', () => {
  const unmarked = new Unmarked(['Lagging_Current_Power_Factor', 'target', 'Medium_Load']);
  for (const [text, words] of [
    ['⟦Export⟧', []],
    ['⟦Copy ⟦as⟧ a table⟧', []],
    ['Export', ['Export']],
    ['⟦Export⟧ now', ['now']],
    ['12 rows', ['rows']],
    ['⟦cut off', ['⟦']],
    ['off⟧', ['off', '⟧']],
    ['⟦Distrib…tion⟧ of target', ['of']],
    ['⟦Light_Load…found⟧⟧', []],
    ['targets', ['targets']],
    ['Lagging_Current_Power_Factor · Medium_Load', []],
    ['Laggi…actor', []],
    ['Laggi…nonsense', ['Laggi', 'nonsense']],
    ['1 Jan 2018 – 3 March 2018 at 14:05', []],
    ['26.3 days, 1.2 MB, 0.195 σ', []],
    ['Plumbline 0.1.0', []],
    ['ημέρα', ['ημέρα']],
  ] as const) {
    expect(unmarked.words(text), text).toEqual(words);
  }
  expect(outsideMarks('a ⟦b⟧ c').replace(/\s+/g, ' ')).toBe('a c');
});

test('cells of a table are its data', () => {
  expect(cellsOf('one,"two, ""and"" three"\r\n4,"fi\nve"\none,,6 a; 7 b')).toEqual([
    'one',
    'two, "and" three',
    'fi\nve',
    '6 a; 7 b',
  ]);
});

test('the ledger lists each text once, under the state that showed it first', () => {
  const ledger = new Ledger(['load']);
  ledger.note('start', [{ place: 'h1', text: '⟦Good⟧' }]);
  expect(ledger.text).toBe('');
  ledger.note('start', [{ place: 'h1', text: 'Bad' }]);
  ledger.note('end', [
    { place: 'h2', text: 'Bad' },
    { place: 'h3', text: 'load is worse' },
  ]);
  expect(ledger.text).toBe('== start\nh1\n    Bad\n== end\nh3\n    load is worse');
});

test('every text that is rendered is collected, wherever it stands', async ({ page }) => {
  await page.setContent(`
    <title>in the title</title>
    <p id="start">in <b>bold</b> type</p>
    <p>⟦begun in <wbr><bdi>one</bdi> ended in another⟧</p>
    <bdi>Lagging_<wbr>Current</bdi>
    <button aria-label="as a name" title="as a hint"></button>
    <img alt="as a picture" /><input placeholder="to fill in" /><input value="filled in" /><textarea>written</textarea>
    <input type="checkbox" value="no word" />
    <select aria-label="choice"><option>an option</option><optgroup label="of a group"><option>two</option></optgroup></select>
    <svg role="img"><title>name of a picture</title><desc>what it shows</desc><text>⟦on two</text><text>lines⟧</text></svg>
    <table><caption>above a table</caption><tr><td>in a cell</td></tr></table>
    <p style="position: absolute; width: 1px; clip-path: inset(50%); overflow: hidden">for readers alone</p>
    <details><summary>shut</summary><p>in what is shut</p></details>
    <p hidden>hidden</p><p style="visibility: hidden" title="unseen">unseen</p><script>const script = 1;</script>`);
  const texts = textsIn(await textsOf(page));
  expect(texts).toEqual(
    expect.arrayContaining([
      ...['in the title', 'in bold type', '⟦begun in one ended in another⟧', 'Lagging_Current'],
      ...['as a name', 'as a hint', 'as a picture', 'to fill in', 'filled in', 'written', 'choice', 'an option'],
      ...['of a group', 'name of a picture', 'what it shows', '⟦on two lines⟧', 'above a table', 'in a cell'],
      ...['for readers alone', 'shut'],
    ]),
  );
  for (const unseen of ['in what is shut', 'hidden', 'unseen', 'no word', 'const script = 1;'])
    expect(texts).not.toContain(unseen);
  const first = (await textsOf(page)).find(({ text }) => text.includes('bold'));
  expect(first?.place).toBe('p#start');
});

test('cursors are moved, and what comes and goes is caught', async ({ page }) => {
  await page.setContent(`<div role="slider" tabindex="0" aria-valuetext=""></div><script>
    const slider = document.querySelector('div');
    slider.onkeydown = ({ key }) => slider.setAttribute('aria-valuetext', 'at ' + key);
    setTimeout(() => { document.body.insertAdjacentHTML('beforeend', '<p class="busy">at work</p>'); }, 50);
    setTimeout(() => { document.querySelector('.busy').textContent = 'nearly done'; }, 400);
    setTimeout(() => { document.querySelector('.busy').remove(); }, 800);</script>`);
  const heard = await textsDuring(page, '.busy');
  expect(textsIn(heard)).toEqual(expect.arrayContaining(['at work', 'nearly done']));
  expect(textsIn(await readingsOf(page))).toEqual(['at ArrowRight', 'at End']);
});
