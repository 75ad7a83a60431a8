const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** Red, green and blue, 0 … 255, of a colour token in the theme in force. */
const pixelOf = (token: string): readonly number[] => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${token})`;
  canvas.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};

const luminance = (token: string): number => {
  const [red = 0, green = 0, blue = 0] = pixelOf(token).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const show = (): void => {
  for (const pair of document.querySelectorAll<HTMLElement>('[data-pair]')) {
    const { pair: text = '', ground = '' } = pair.dataset;
    const [dark, light] = [luminance(text), luminance(ground)].sort((a, b) => a - b) as [number, number];
    const ratio = pair.querySelector('[data-ratio]');
    if (ratio) ratio.textContent = ((light + 0.05) / (dark + 0.05)).toFixed(2);
  }
};

for (const swatch of document.querySelectorAll<HTMLElement>('[data-swatch]'))
  swatch.style.background = `var(${swatch.dataset['swatch']})`;
for (const line of document.querySelectorAll<HTMLElement>('[data-step]'))
  line.style.fontSize = `var(${line.dataset['step']})`;
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
show();
