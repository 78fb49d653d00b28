import { take, put, tell } from './part.js';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const day = 86400;
const units = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, day];
const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

// The date slider of the board: the list follows the drag, one request at a time, the latest wins; the address holds the moment.
export function moment(form) {
    const slider = form.querySelector('.slider');
    if (!slider) return;
    const range = slider.querySelector('input');
    const output = slider.querySelector('output');
    const field = form.elements.at;
    const list = document.getElementById('list');
    let wanted = null, busy = false, settle = 0, moved = false, here = place();

    slider.hidden = false;
    show();
    range.addEventListener('input', () => { moved = true; show(); field.value = isNow() ? '' : written().slice(0, 19); want(); });
    range.addEventListener('change', rest);
    range.addEventListener('keydown', step);
    form.querySelectorAll('[name=clock]').forEach(clock => clock.addEventListener('change', () => { want(); rest(); }));
    // A link within the page comes by here as well.
    addEventListener('popstate', () => here === place() || location.reload());

    function place() { return location.pathname + location.search; }
    function isNow() { return Number(range.value) >= Number(range.max); }
    function written() { return new Date(Number(range.value) * 1000).toISOString().slice(0, 19) + 'Z'; }
    function words() { return isNow() ? 'now' : format.format(Number(range.value) * 1000) + ' UTC'; }

    function show() {
        output.textContent = words();
        range.setAttribute('aria-valuetext', words());
    }

    // A key moves by a day or a week, and by less where a hundredth of what the slider holds is less: by a second, which the mouse can point at, nobody
    // gets anywhere.
    function step(event) {
        const seconds = steps[event.key] * units.findLast((unit, i) => i === 0 || unit <= (range.max - range.min) / 100);
        if (!seconds || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        range.value = Number(range.value) + seconds;
        range.dispatchEvent(new Event('input'));
        range.dispatchEvent(new Event('change'));
    }

    function address() {
        const query = new URLSearchParams(location.search);
        // What was resolved for another moment does not hold for this one.
        for (const name of ['after', 'known', 'position']) query.delete(name);
        query.set('clock', form.elements.clock.value);
        if (moved && isNow()) query.delete('at');
        else if (moved) query.set('at', written());
        return '/?' + query;
    }

    async function want() {
        wanted = address();
        list.dataset.shows = wanted.slice(1);
        if (busy) return;
        busy = true;
        list.setAttribute('aria-busy', 'true');
        while (wanted) {
            const next = wanted;
            wanted = null;
            try {
                const part = await take(next + '&part=list');
                if (!wanted) put(list, part.body.childNodes);
            } catch { tell('The board could not be read. Load the page again.'); }
        }
        busy = false;
        list.removeAttribute('aria-busy');
    }

    function rest() {
        clearTimeout(settle);
        settle = setTimeout(land, 200);
    }

    // Once the slider rests, the rest of the page follows: the band that says when, the forms, the address.
    async function land() {
        const to = address();
        history.pushState(null, '', to);
        here = place();
        try {
            const page = await take(to);
            if (address() !== to) return;
            document.documentElement.className = page.documentElement.className;
            for (const id of ['then', 'head', 'find', 'list', 'steps']) {
                const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
                if (old && fresh) put(old, fresh.childNodes);
            }
            lasting(page, to);
            fit(page.querySelector('.slider'));
            tell('The board shows ' + words());
        } catch { tell('The board could not be read. Load the page again.'); }
    }

    // The position that the moment was resolved to stays in the address, so that it means the same for ever.
    function lasting(page, to) {
        const position = page.getElementById('list').dataset.position;
        if (!position) return;
        history.replaceState(null, '', `${to}&position=${position}`);
        here = place();
        list.dataset.shows = location.search;
    }

    // Each clock has its own beginning and end.
    function fit(fresh) {
        if (!fresh) return;
        const [input, now] = [fresh.querySelector('input'), isNow()];
        if (input.min === range.min && Math.abs(input.max - range.max) < day) return;
        [range.min, range.max] = [input.min, input.max];
        if (now) range.value = range.max;
        slider.querySelector('svg').replaceWith(fresh.querySelector('svg'));
        slider.querySelector('.ends span').textContent = fresh.querySelector('.ends span').textContent;
        show();
    }
}
