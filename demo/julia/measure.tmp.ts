import { openStage } from '/work/main/demo/julia/servers.ts';
const stage = await openStage('/work/main/.build/server.mjs');
try {
  for (const env of [{THROUGHLINE_DEMO:'on'},{THROUGHLINE_DEMO:'on'},{THROUGHLINE_DEMO:'on'},{},{},{}] as Record<string,string>[]) {
    const t=performance.now(); const s=await stage.start(env); console.log(JSON.stringify(env), Math.round(performance.now()-t)); await s.kill();
  }
} finally { await stage.close(); }
process.exit();
