import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Inflation, InThreadPort } from '../../pipeline/reading/in-thread.js';

afterEach(() => void vi.restoreAllMocks());

async function unpacked(packed: Uint8Array, most?: number): Promise<string> {
  const stream = new Inflation('deflate', most);
  await stream.writable.getWriter().write(new Uint8Array(packed));
  return Buffer.concat([...stream.readable]).toString();
}

describe('a packed stream', () => {
  it('is unpacked', async () => {
    expect(await unpacked(deflateSync('Le conseil'))).toBe('Le conseil');
  });

  it('throws where it is damaged, so that pdf.js reads what it can', async () => {
    await expect(unpacked(Buffer.from('Le conseil'))).rejects.toThrow();
  });

  it('that unpacks to more than allowed is left out, and complained of', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await unpacked(deflateSync(Buffer.alloc(1001)), 1000)).toBe('');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('Skipping stream'));
  });
});

it('messages arrive as they were when they were sent', async () => {
  const port = new InThreadPort();
  const heard: unknown[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data), { signal: new AbortController().signal });
  const operators = [1, 2];
  port.postMessage({ chunk: { operators } });
  operators.length = 0;
  await Promise.resolve();
  expect(heard).toEqual([{ chunk: { operators: [1, 2] } }]);
});
