import { take, put, tell } from './part.js';
import { stream } from './stream.js';

// What is recorded elsewhere shows without loading the page again: lists are renewed; what somebody may be writing in is left alone.
export function live() {
    const source = document.body.dataset.live;
    if (!source) return;
    let waiting = 0, last = document.body.dataset.after, lost;
    // From the position that the page was made at on, so that nothing falls between reading and listening.
    stream(source, last, document.body.dataset.kinds.split(' '), {
        open() {
            lost = clearTimeout(lost);
            document.getElementById('away').hidden = true;
            document.body.dataset.listening = 'yes';
        },
        lost() {
            delete document.body.dataset.listening;
            lost ||= setTimeout(away, 3000);
        },
        told(position) {
            last = position;
            waiting ||= setTimeout(renew, 300);
        }
    });

    // What is shown may be old from now on: said where it is seen and heard.
    async function away() {
        const answer = await fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => null);
        if (document.body.dataset.listening) return;
        const note = document.getElementById('away');
        note.firstElementChild.textContent = answer?.status === 401
            ? 'You are not signed in any more, so that this page shows nothing new.' : 'The server cannot be reached, so that this page may be out of date. It goes on by itself.';
        note.hidden = false;
        lost = setTimeout(away, 10000);
    }

    function shown() { return document.getElementById('list').dataset.shows ?? location.search; }

    async function renew() {
        waiting = 0;
        const list = document.getElementById('list');
        if (!list) {
            document.getElementById('renewed').hidden = false;
            return;
        }
        // What the board shows, which is not yet its address while the slider is held. A moment of the past is renewed by nothing.
        const [asked, upTo] = [shown(), last];
        const query = new URLSearchParams(asked);
        if (query.has('at')) return;
        query.set('part', 'list');
        try {
            const part = await take('/?' + query);
            if (shown() !== asked) return;
            put(list, part.body.childNodes);
            const seen = document.querySelector('.seen [name=position]');
            if (seen) seen.value = upTo;
            tell('The board was renewed.');
        } catch {
            // The server may be starting anew: what was told is not lost, the list is asked for again.
            waiting ||= setTimeout(renew, 1000);
        }
    }
}
