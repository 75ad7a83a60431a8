import { parentPort } from 'node:worker_threads';
import { type CardToDraw, drawCard } from './draw-card.ts';

/** The thread that draws pictures, so that both processors do. */
parentPort?.on('message', (card: CardToDraw) => parentPort?.postMessage(drawCard(card)));
