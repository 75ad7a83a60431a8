import { startCopying } from './copy.ts';
import { startKeyboard } from './keyboard.ts';
import { startOffline } from './offline/every-page.ts';
import { startPeeking } from './peek/every-page.ts';
import { startPersonal } from './personal/on-every-page.ts';
import { startRelativeTimes } from './relative-time.ts';
import { startTheme } from './theme.ts';

startTheme();
startRelativeTimes();
startCopying();
startKeyboard();
startPersonal();
startOffline();
startPeeking();
