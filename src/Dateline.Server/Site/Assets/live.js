import { take, put, tell } from './part.js';

// What is recorded elsewhere shows without loading the page again: lists are renewed; what somebody may be writing in is left alone.
export function live() {
    const source = document.body.dataset.live;
    if (!source) return;
    let waiting = 0, last = '', pause = 1000, events;
    addEventListener('pagehide', () => events.close());
    listen();

    // A browser resumes by itself after the last id it got, unless it was answered with an error, as while a server starts: then this does.
    function listen() {
        events = new EventSource(last ? `${source}${source.includes('?') ? '&' : '?'}after=${last}` : source);
        events.onopen = () => {
            pause = 1000;
            document.body.dataset.listening = 'yes';
        };
        events.onerror = () => {
            delete document.body.dataset.listening;
            if (events.readyState !== EventSource.CLOSED) return;
            setTimeout(listen, pause);
            pause = Math.min(2 * pause, 30000);
        };
        for (const kind of document.body.dataset.kinds.split(' ')) events.addEventListener(kind, changed);
    }

    function changed(event) {
        last = event.lastEventId;
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
        } catch {
            // The server may be starting anew: what was told is not lost, the list is asked for again.
            waiting ||= setTimeout(renew, 1000);
        }
    }
}
