import { take, put, tell } from './part.js';

// What is recorded elsewhere shows without loading the page again: lists are renewed; what somebody may be writing in is left alone.
export function live() {
    const source = document.body.dataset.live;
    if (!source) return;
    let waiting = 0;
    const events = new EventSource(source);
    for (const kind of document.body.dataset.kinds.split(' ')) events.addEventListener(kind, changed);
    addEventListener('pagehide', () => events.close());

    function changed() {
        waiting ||= setTimeout(renew, 300);
    }

    async function renew() {
        waiting = 0;
        const list = document.getElementById('list');
        if (!list) {
            document.getElementById('renewed').hidden = false;
            return;
        }
        const query = new URLSearchParams(location.search);
        query.set('part', 'list');
        try {
            put(list, (await take('/?' + query)).body.childNodes);
            tell('The board was renewed.');
        } catch { /* The stream begins again by itself, and so does this. */ }
    }
}
