// Takes a page, or a part of one, from the server. Scripts in it do not run: it is parsed as a document of its own.
export async function take(address, signal) {
    const answer = await fetch(address, { signal, credentials: 'same-origin', headers: { accept: 'text/html' } });
    // Led elsewhere, as to signing in: that is no part of this page, and comes whole. Whoever waits for the part is not there any more then.
    if (answer.redirected) {
        location.assign(whole(address));
        return new Promise(() => {});
    }
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function whole(address) {
    const page = new URL(address, location.href);
    page.searchParams.delete('part');
    return page;
}

// Puts new content into an element; whoever had the focus on a link or a button in it has it on the same one afterwards.
export function put(element, nodes) {
    const held = element.contains(document.activeElement) ? same(document.activeElement) : null;
    element.replaceChildren(...nodes);
    if (held) element.querySelector(held)?.focus({ preventScroll: true });
}

function same(control) {
    const [href, action] = [control.getAttribute('href'), control.form?.getAttribute('action')];
    return href ? `a[href="${CSS.escape(href)}"]` : action ? `form[action="${CSS.escape(action)}"] ${control.localName}` : null;
}

export function tell(words) {
    document.getElementById('told').textContent = words;
}
