// Places on pages, in points from a page's upper left corner.

/// Where a line of the article is printed: `{page, area}` of the last place at or before it, `exact` when it is that very line. Null when
/// nothing is printed.
export function placeOfLine(pages, line) {
  let best = null;
  pages.forEach((page, index) => {
    for (const [at, ...area] of page.lines) {
      if (at <= line && (!best || at > best.line)) best = { page: index, area, line: at, exact: at === line };
    }
  });
  if (best) return best;
  return pages.length ? { page: 0, area: [0, 0, pages[0].width, 0], line: 0, exact: false } : null;
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
