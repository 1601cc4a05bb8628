import PQueue from 'p-queue';
import type { Settings } from '../config.js';
import { STAGES } from '../stages/index.js';
import type { Runner } from './runner.js';
import { createTools } from './tools.js';

/** Runs stages in the calling thread, for tests and for debugging: one after the other, as a thread does, and no deadline can be held. */
export function inlineRunner(settings: Settings): Runner {
  const tools = createTools(settings);
  const queue = new PQueue({ concurrency: 1 });
  return {
    // The registry pairs each id with its own item and outcome; TypeScript loses the pair when it is indexed.
    run: (stage, item) => queue.add(() => STAGES[stage].run(item as never, tools) as never),
    close: () => tools.close(),
  };
}
