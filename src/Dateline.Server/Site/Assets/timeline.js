// A point of the drawing leads to the place of the page that says the same in words.
export function timeline(drawing) {
    drawing.addEventListener('click', event => {
        const to = event.target.closest('[data-to]')?.dataset.to;
        if (to?.startsWith('#') && document.getElementById(to.slice(1))) location.hash = to;
    });
}
