import { startCopying } from './copy.ts';
import { startKeyboard } from './keyboard.ts';
import { startRelativeTimes } from './relative-time.ts';
import { startTheme } from './theme.ts';

startTheme();
startRelativeTimes();
startCopying();
startKeyboard();
