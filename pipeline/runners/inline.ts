import type { Settings } from '../config.js';
import { STAGES } from '../stages/index.js';
import type { Runner } from './runner.js';
import { createTools } from './tools.js';

/** Runs stages in the calling thread, for tests and for debugging: no deadline can be held there. */
export function inlineRunner(settings: Settings): Runner {
  const tools = createTools(settings);
  return {
    // The registry pairs each id with its own item and outcome; TypeScript loses the pair when it is indexed.
    run: (stage, item) => STAGES[stage].run(item as never, tools) as never,
    close: () => tools.close(),
  };
}
