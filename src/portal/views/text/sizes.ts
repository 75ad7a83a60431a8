/** Sizes as a language writes them, in powers of ten: `1300000` is "1.3 MB". Less than a kilobyte is "1 kB". */
export const sizesIn = (language: string): ((bytes: number) => string) => {
  const format = (unit: string, digits: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits });
  const [kilobytes, megabytes, gigabytes] = [format('kilobyte', 0), format('megabyte', 1), format('gigabyte', 1)];
  return (bytes) => {
    if (bytes < 1e6) return kilobytes.format(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1e3)));
    return bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9);
  };
};
