// Times opencc-js, as gopeer does: node js.mjs SCHEME FILE SIZE
import { readFileSync } from 'node:fs';
import * as OpenCC from 'opencc-js';

const [scheme, file, part] = process.argv.slice(2);
const locales = { s2t: ['cn', 't'], s2twp: ['cn', 'twp'], t2s: ['t', 'cn'] };
const [from, to] = locales[scheme];
const used = () => { const u = process.cpuUsage(); return BigInt(u.user + u.system) * 1000n; };
const start = used();
const convert = OpenCC.Converter({ from, to });
convert('汉');
const load = used() - start;

// Strings of JavaScript hold UTF-16: a part of n bytes is one of n/3 units.
const text = readFileSync(file, 'utf8');
const size = Number(part) ? Math.ceil(Number(part) / 3) : text.length;
let best = 0n, out = 0;
const begin = process.hrtime.bigint();
for (let round = 0; round < 1 || process.hrtime.bigint() - begin < 2_000_000_000n; round++) {
  const t = used();
  out = 0;
  for (let at = 0; at < text.length; at += size) out += convert(text.slice(at, at + size)).length;
  const ns = used() - t;
  if (best === 0n || ns < best) best = ns;
}
console.log(`${load} ${best} ${out}`);
