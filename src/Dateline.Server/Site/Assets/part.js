// Takes a page, or a part of one, from the server. Scripts in it do not run: it is parsed as a document of its own.
export async function take(address, signal) {
    const answer = await fetch(address, { signal, credentials: 'same-origin', headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// Puts new content into an element; whoever had the focus on a link in it has it on the same link afterwards.
export function put(element, nodes) {
    const held = element.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    element.replaceChildren(...nodes);
    if (held) element.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

export function tell(words) {
    document.getElementById('told').textContent = words;
}
