// Over HTTP/1.1 a browser opens six connections to a server for all its tabs: a stream for each would leave none for the seventh to load by. So one tab
// listens, the one that was shown last and holds the lock, and passes on to the others. Where there are no locks, as over plain http from another
// machine, a tab listens while it is shown.
const name = 'dateline-live';
const shares = 'locks' in navigator && 'BroadcastChannel' in window;

// Tells what is recorded after a position and is about what the address asks for: `on.told(position)`, and whether it is listened to: `on.open()`, `on.lost()`.
export function stream(address, after, kinds, on) {
    const [path, query] = address.split('?');
    const about = [...new URLSearchParams(query)];
    // What this tab has heard, and what the stream has told, which begins again for whoever has heard less.
    let last = Number(after), told = last;
    let events = null, pause = 1000, again = 0, channel = null, leave = null, missed = false;
    addEventListener('pagehide', end);
    addEventListener('pageshow', page => page.persisted && begin());
    document.addEventListener('visibilitychange', look);
    begin();

    function begin() {
        if (!shares) return look();
        channel = new BroadcastChannel(name);
        channel.onmessage = message => hear(message.data);
        if (shown()) return join({ steal: true });
        join();
        channel.postMessage({ from: last });
    }

    function end() {
        stop();
        leave?.abort();
        channel?.close();
        channel = null;
    }

    function shown() { return document.visibilityState !== 'hidden'; }

    function look() {
        const idle = !events || events.readyState === EventSource.CLOSED;
        if (!shares) shown() ? idle && listen(last) : stop();
        else if (channel && shown() && idle) join({ steal: true });
    }

    // Waits for the lock, or takes it from a tab that may be asleep, and holds it until the page goes or another one takes it.
    function join(how) {
        leave?.abort();
        const { signal } = leave = new AbortController();
        navigator.locks.request(name, how ?? { signal }, () => signal.aborted ? null : new Promise(over => {
            signal.addEventListener('abort', over);
            listen(last);
            channel.postMessage({ ask: true });
        })).catch(() => {
            if (signal.aborted) return;
            stop();
            join();
        });
    }

    function stop() {
        events?.close();
        events = null;
        again = clearTimeout(again);
    }

    // A browser resumes by itself after the last id it got, unless it was answered with an error, as while a server starts: then this does.
    function listen(from) {
        stop();
        told = from;
        const asked = new URLSearchParams(shares ? '' : query);
        asked.set('after', from);
        events = new EventSource(`${path}?${asked}`);
        events.onopen = () => {
            pause = 1000;
            say({ open: true });
        };
        events.onerror = () => {
            say({ open: false });
            if (events.readyState !== EventSource.CLOSED) return;
            again = setTimeout(() => listen(told), pause);
            pause = Math.min(2 * pause, 30000);
        };
        for (const kind of kinds) events.addEventListener(kind, event => {
            const [before, { stories, claims }] = [told, JSON.parse(event.data)];
            told = Number(event.lastEventId);
            say({ before, id: told, story: stories, claim: claims });
        });
    }

    function say(what) {
        channel?.postMessage(what);
        hear(what);
    }

    function hear(what) {
        if (what.id) take(what);
        else if ('open' in what) what.open ? on.open() : on.lost();
        else if (what.ask) channel.postMessage({ from: last });
        else if (!events) return;
        else if (what.from < told || events.readyState === EventSource.CLOSED) listen(Math.min(what.from, told));
        else channel.postMessage({ open: events.readyState === EventSource.OPEN });
    }

    // Two tabs may both speak while one takes over from the other: what does not follow on what was heard is asked for again.
    function take({ before, id, ...of }) {
        if (id <= last) return;
        if (before > last) {
            if (!missed) channel.postMessage({ from: last });
            missed = true;
            return;
        }
        [last, missed] = [id, false];
        if (about.every(([what, which]) => of[what].includes(which))) on.told(id);
    }
}
