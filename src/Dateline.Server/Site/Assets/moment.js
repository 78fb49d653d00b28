import { take, put, tell } from './part.js';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

// The date slider of the board: the list follows the drag, one request at a time, the latest wins; the address holds the moment.
export function moment(form) {
    const slider = form.querySelector('.slider');
    if (!slider) return;
    const range = slider.querySelector('input');
    const output = slider.querySelector('output');
    const field = form.elements.at;
    const list = document.getElementById('list');
    let wanted = null, busy = false, settle = 0;

    slider.hidden = false;
    show();
    range.addEventListener('input', () => { show(); field.value = isNow() ? '' : written().slice(0, 19); want(); });
    range.addEventListener('change', () => { clearTimeout(settle); settle = setTimeout(land, 200); });
    form.querySelectorAll('[name=clock]').forEach(clock => clock.addEventListener('change', () => form.requestSubmit()));
    addEventListener('popstate', () => location.reload());

    function isNow() { return Number(range.value) >= Number(range.max); }
    function written() { return new Date(Number(range.value) * 1000).toISOString().slice(0, 19) + 'Z'; }
    function words() { return isNow() ? 'now' : format.format(Number(range.value) * 1000) + ' UTC'; }

    function show() {
        output.textContent = words();
        range.setAttribute('aria-valuetext', words());
    }

    function address() {
        const query = new URLSearchParams(location.search);
        // What was resolved for another moment does not hold for this one.
        for (const name of ['after', 'known', 'position']) query.delete(name);
        if (isNow()) query.delete('at'); else query.set('at', written());
        return '/?' + query;
    }

    async function want() {
        wanted = address();
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

    // Once the slider rests, the rest of the page follows: the band that says when, the forms, the address.
    async function land() {
        const to = address();
        history.pushState(null, '', to);
        try {
            const page = await take(to);
            document.documentElement.className = page.documentElement.className;
            for (const id of ['then', 'head', 'find', 'list', 'steps']) {
                const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
                if (old && fresh) put(old, fresh.childNodes);
            }
            tell('The board shows ' + words());
        } catch { tell('The board could not be read. Load the page again.'); }
    }
}
