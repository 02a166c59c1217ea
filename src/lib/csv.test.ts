import { expect, test } from 'vitest';
import { type Cell, csvResponse, csvStream, dollarCell, toCell } from './csv';

test.each<[Cell, string]>([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['one; two', '"one; two"'],
  [-5, '-5'],
  [null, ''],
  [dollarCell(-1_250), '-12.50'],
  [dollarCell(null), ''],
])('a cell is quoted where it must be: %j', (value, expected) => {
  expect(toCell(value)).toBe(expected);
});

test.each<[string, string]>([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@luca', "'@luca"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['  =1', "'  =1"],
  ['\t=1', `"'\t'=1"`],
  ['thanks;=cmd()', `"thanks;'=cmd()"`],
  ['thanks; @SUM(A1)', `"thanks;' @SUM(A1)"`],
  ['thanks\n=cmd()', `"thanks\n'=cmd()"`],
  ['a=b', 'a=b'],
])('a cell is never a formula: %j', (value, expected) => {
  expect(toCell(value)).toBe(expected);
});

async function* pages(read: string[]): AsyncGenerator<Cell[][]> {
  for (const page of ['a', 'b']) {
    read.push(page);
    yield [
      [page, 1],
      [page, 2],
    ];
  }
}

test('pages are read as they are taken and read as one', async () => {
  const read: string[] = [];
  const answer = csvResponse(await csvStream(['Page', 'Row'], pages(read)), 'pages.csv');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="pages.csv"');
  expect(await answer.text()).toBe('Page,Row\r\na,1\r\na,2\r\nb,1\r\nb,2\r\n');
  expect(read).toEqual(['a', 'b']);
});

test('nothing is a header alone', async () => {
  async function* none(): AsyncGenerator<Cell[][]> {}
  expect(await new Response(await csvStream(['Page'], none())).text()).toBe('Page\r\n');
});

test('a first page that is refused is an error, not a download', async () => {
  // biome-ignore lint/correctness/useYield: it never comes to that
  async function* refused(): AsyncGenerator<Cell[][]> {
    throw new Error('forbidden');
  }
  await expect(csvStream(['Page'], refused())).rejects.toThrow('forbidden');
});

test('a receiver that goes away ends the reading', async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<Cell[][]> {
    try {
      for (;;) yield [['row']];
    } finally {
      ended = true;
    }
  }
  const reader = (await csvStream(['Row'], endless())).getReader();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
});
