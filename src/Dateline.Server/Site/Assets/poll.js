import { take, put } from './part.js';

// Looks again while something moves, and now and then otherwise.
export function poll(element) {
    const wait = () => setTimeout(look, element.querySelector('[data-moves=yes]') ? 700 : 8000);
    async function look() {
        try {
            if (!document.hidden) put(element, (await take(element.dataset.poll)).body.childNodes);
        } catch { /* The server may be starting anew. */ }
        wait();
    }
    wait();
}
