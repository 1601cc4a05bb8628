import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../config.js';
import { STAGES, type StageId } from '../stages/index.js';
import { createTools } from './tools.js';

/** The far end of `threads`: one stage at a time, its outcome or its error sent back. */
const tools = createTools(workerData as Settings);

parentPort?.on('message', async ({ stage, item }: { stage: StageId; item: never }) => {
  try {
    parentPort?.postMessage({ outcome: await STAGES[stage].run(item, tools) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
