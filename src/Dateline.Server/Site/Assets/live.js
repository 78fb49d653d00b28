import { take, put, tell } from './part.js';

// What is recorded elsewhere shows without loading the page again: lists are renewed; what somebody may be writing in is left alone.
export function live() {
    const source = document.body.dataset.live;
    if (!source) return;
    let waiting = 0, pause = 2000, last = document.body.dataset.after, events;
    open();
    addEventListener('pagehide', () => events.close());
    addEventListener('pageshow', shown => shown.persisted && open());

    // From the position that the page was made at, so that what was recorded while it was on its way is told as well.
    function open() {
        const address = new URL(source, location.href);
        if (last) address.searchParams.set('after', last);
        events = new EventSource(address);
        for (const kind of document.body.dataset.kinds.split(' ')) events.addEventListener(kind, changed);
        events.addEventListener('open', () => pause = 2000);
        events.addEventListener('error', closed);
    }

    // A browser resumes a connection that broke by itself, but gives up on an answer that is no stream, such as a proxy's while the server starts.
    function closed() {
        if (events.readyState !== EventSource.CLOSED) return;
        setTimeout(open, pause);
        pause = Math.min(2 * pause, 60000);
    }

    function changed(event) {
        last = event.lastEventId || last;
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
            // What was told is still to be shown.
            waiting ||= setTimeout(renew, 3000);
        }
    }
}
