import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { Settings } from '../config.js';
import { patient } from '../patience.js';
import type { Item, Outcome, StageId } from '../stages/index.js';
import { type Runner, StageLost } from './runner.js';

type Answer = { readonly outcome: unknown } | { readonly error: unknown };

/**
 * Runs stages in `settings.jobs` worker threads. A thread that passes its deadline, exhausts its heap or dies is ended
 * and replaced, so that nothing a PDF does can stop the run. `worker`: the built module that a thread runs.
 */
export function threadRunner(settings: Settings, worker = new URL('./worker.js', import.meta.url)): Runner {
  const queue = new PQueue({ concurrency: settings.jobs });
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const start = (): Worker => {
    const thread = new Worker(worker, {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: settings.threadMemory },
      stdout: true,
      stderr: true,
    });
    // What libraries print about a broken file says nothing to the user; its problems are told in our words.
    thread.stdout.resume();
    thread.stderr.resume();
    // An idle thread that fails is replaced when it is next asked; its error must not end the process.
    thread.on('error', () => {});
    thread.on('exit', () => {
      all.delete(thread);
      const index = idle.indexOf(thread);
      if (index >= 0) idle.splice(index, 1);
    });
    all.add(thread);
    return thread;
  };

  const ask = (worker: Worker, message: unknown, deadline: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const lost = (code: StageLost['code'], text: string) => settle(() => reject(new StageLost(code, text)));
      const timer = setTimeout(() => lost('deadline', `not done after ${deadline / 1000} s`), deadline);
      const onMessage = (answer: Answer) => settle(() => resolve(answer));
      const onExit = () => lost('crashed', 'its thread ended');
      const onError = (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') lost('out-of-memory', `needs over ${settings.threadMemory} MB`);
        else lost('crashed', String(error));
      };
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        outcome();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(message);
    });

  return {
    run: <Id extends StageId>(stage: Id, item: Item<Id>, deadline: number) =>
      queue.add(async (): Promise<Outcome<Id>> => {
        const worker = idle.pop() ?? start();
        let answer: Answer;
        try {
          answer = await ask(worker, { stage, item }, patient(deadline));
        } catch (error) {
          await worker.terminate();
          throw error;
        }
        idle.push(worker);
        if ('error' in answer) throw answer.error;
        return answer.outcome as Outcome<Id>;
      }),
    close: async () => {
      queue.clear();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
