// What the page says, in English and Chinese.
export const words = {
  en: {
    previous: "previous page", next: "next page", page: "page", zoomOut: "smaller", zoomIn: "larger", fitPage: "Whole page", fitWidth: "Page width",
    spreads: "Spreads", thumbnails: "Thumbnails", overlay: "Grid", source: "Text", download: "PDF", language: "中文", help: "Keys", close: "Close",
    error: "error", warning: "warning", note: "note", hint: "hint: ", atLine: (line) => `line ${line}`, diagnostics: "Messages",
    pages: (count) => (count === 1 ? "1 page" : `${count} pages`),
    errors: (count) => (count === 1 ? "1 error" : `${count} errors`),
    warnings: (count) => (count === 1 ? "1 warning" : `${count} warnings`),
    failed: "The text has errors. The pages are those from before.",
    failedAtOnce: "The text has errors. Pages will show when they are mended.",
    ended: "The preview has ended. Start banxin preview again, and open the address that it prints.",
    languageHelp: "中文", gridHelp: "type area, frames and baselines", sourceHelp: "the article's text beside the pages", spreadsHelp: "pages that face each other side by side",
  },
  zh: {
    previous: "上一页", next: "下一页", page: "页码", zoomOut: "缩小", zoomIn: "放大", fitPage: "整页", fitWidth: "页宽",
    spreads: "对页", thumbnails: "缩略图", overlay: "网格", source: "原文", download: "PDF", language: "English", help: "按键", close: "关闭",
    error: "错误", warning: "警告", note: "说明", hint: "提示：", atLine: (line) => `第 ${line} 行`, diagnostics: "提示信息",
    pages: (count) => `${count} 页`,
    errors: (count) => `${count} 处错误`,
    warnings: (count) => `${count} 处警告`,
    failed: "文章有错误，下面是改动之前的版面。",
    failedAtOnce: "文章有错误，改好后会显示版面。",
    ended: "预览已经结束。请重新运行 banxin preview，并打开它给出的地址。",
    languageHelp: "English", gridHelp: "版心、栏框和基线", sourceHelp: "在版面旁边显示文章原文", spreadsHelp: "左右页并排",
  },
};
