import { showCopyBar } from './copy-bar.ts';
import { resumeSaving } from './resume.ts';
import { openSaveDialog } from './save-dialog.ts';

/** What pages do for reading without a network beyond registering the worker, in one file that is loaded when any of it is needed. */
export const onDemand = { showCopyBar, resumeSaving, openSaveDialog } as const;
