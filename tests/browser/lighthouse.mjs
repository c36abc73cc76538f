// Runs Lighthouse on pages one after the other in one Chromium, and prints what it makes of each as a line of JSON.
import {launch} from "chrome-launcher";
import lighthouse from "lighthouse";

const {pages, chromium, flags, runs} = JSON.parse(process.argv[2]);
const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const everything = ["performance", "accessibility", "best-practices", "seo"];

const browser = await launch({chromePath: chromium, chromeFlags: flags, logLevel: "silent"});
try {
  for (const page of pages) {
    const speeds = [];
    let told;
    for (let run = 0; run < runs; run += 1) {
      const onlyCategories = run ? ["performance"] : everything;
      const {lhr} = await lighthouse(page, {port: browser.port, output: "json", logLevel: "silent", onlyCategories});
      speeds.push(lhr.categories.performance.score ?? 0);
      told ??= lhr;
    }
    const scores = Object.fromEntries(everything.map(name => [name, told.categories[name].score]));
    const lost = everything.slice(1).flatMap(name => told.categories[name].auditRefs
      .filter(({id, weight}) => weight && told.audits[id].score !== null && told.audits[id].score < 1)
      .map(({id}) => `${name}: ${id}: ${told.audits[id].title} ${told.audits[id].displayValue ?? ""}`
        + (told.audits[id].details?.items ?? []).slice(0, 3).map(one => ` ${one.node?.selector ?? one.description ?? one.url ?? ""}`).join(",")));
    console.log(JSON.stringify({page, scores: {...scores, performance: median(speeds)}, lost, error: told.runtimeError?.message ?? null}));
  }
} finally {
  browser.kill();
}
