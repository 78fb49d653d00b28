import { moment } from './moment.js';
import { poll } from './poll.js';
import { timeline } from './timeline.js';
import { live } from './live.js';

// Every page works without any of this; each part looks for what it belongs to.
document.querySelectorAll('form[data-moment]').forEach(moment);
document.querySelectorAll('[data-poll]').forEach(poll);
document.querySelectorAll('svg[data-timeline]').forEach(timeline);
live();

// A form that was refused, or overtaken, is what the reader has to look at first.
document.querySelector('[data-focus]')?.focus();
