// Places on pages, in points from a page's upper left corner.

/// Where a line of the article is printed: `{page, area}` of the first place of that line, else of the nearest before it. Null when there are no
/// pages.
export function placeOfLine(pages, line) {
  let best = null;
  pages.forEach((page, index) => {
    for (const [at, ...area] of page.lines) {
      if (at <= line && (!best || at > best.line)) best = { page: index, area, line: at };
    }
  });
  if (best) return best;
  return pages.length ? { page: 0, area: [0, 0, pages[0].width, 0], line: 0 } : null;
}

/// The line of the text `to` that line `line` of `from` has become, when one stretch of lines was edited in between.
export function sameLine(from, to, line) {
  if (from === to) return line;
  const before = from.split("\n"), after = to.split("\n"), shorter = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < shorter && before[head] === after[head]) ++head;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) ++tail;
  if (line <= head) return line;
  if (line > before.length - tail) return line + after.length - before.length;
  return Math.min(line, Math.max(after.length - tail, 1));
}

/// The line of the article that is printed nearest to a point of a page; 0 when there is none.
export function lineAt(page, x, y) {
  let best = 0, least = Infinity;
  for (const [line, left, top, width, height] of page.lines) {
    const far = Math.max(left - x, 0, x - left - width) + 2 * Math.max(top - y, 0, y - top - height);
    if (far < least) [best, least] = [line, far];
  }
  return best;
}

/// The pages in rows, by index: one each, or facing ones together, where null is the side without a page.
export function rowsOf(count, spreads) {
  const all = Array.from({ length: count }, (_, index) => index);
  if (!spreads || count < 2) return all.map((page) => [page]);
  const rows = [];
  for (let left = -1; left < count; left += 2) rows.push([all[left] ?? null, all[left + 1] ?? null]);
  return rows;
}
