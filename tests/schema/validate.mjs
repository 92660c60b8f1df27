// Reads [schema, values] from standard input and prints for each value whether ajv accepts it.
import Ajv2020 from "ajv/dist/2020.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const [schema, values] = JSON.parse(Buffer.concat(chunks).toString());
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }).compile(schema);
process.stdout.write(JSON.stringify(values.map((value) => validate(value))));
