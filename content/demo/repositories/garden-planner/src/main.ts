import { drawBeds } from './beds/draw-beds.ts';

drawBeds(document.getElementById('garden'));
