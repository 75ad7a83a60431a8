import { readFile } from 'node:fs/promises';

/** Processor seconds of a process and of all its descendants that have ended, from Linux's `/proc`; 0 elsewhere. */
export async function processorSeconds(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the name in brackets: utime, stime, cutime and cstime are fields 14 to 17, in hundredths of a second.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
}
