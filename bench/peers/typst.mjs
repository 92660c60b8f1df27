// Typst's compiler through its native binding for Node, as a command: node typst.mjs MODULES FONTS IN.typ OUT.pdf [IN OUT ...]
// MODULES is the folder whose node_modules holds @myriaddreamin/typst-ts-node-compiler. Several documents are set one after the other in
// this one process; nothing is kept from one to the next but the fonts.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const [modules, fonts, ...jobs] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(resolve(modules), "here.js"))("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: dirname(resolve(jobs[0])), fontArgs: [{ fontPaths: [fonts] }] });

for (let i = 0; i + 1 < jobs.length; i += 2) {
  const done = compiler.compile({ mainFilePath: resolve(jobs[i]), resetRead: true });
  if (!done.result) {
    console.error(JSON.stringify(compiler.fetchDiagnostics(done.takeDiagnostics()), null, 1));
    process.exit(1);
  }
  writeFileSync(jobs[i + 1], compiler.pdf(done.result));
  compiler.evictCache(0);
}
